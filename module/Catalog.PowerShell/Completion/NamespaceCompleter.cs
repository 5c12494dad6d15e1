namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of namespaces, one level after the other.</summary>
public sealed class NamespaceCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
    {
        string[] levels = [.. NamespaceName.Split(word)];
        return levels[..^1] is { Length: > 0 } parent && Array.TrueForAll(parent, level => level.Length > 0)
            ? scope.Namespaces(new NamespaceName(parent))
            : scope.Namespaces(null);
    }
}
