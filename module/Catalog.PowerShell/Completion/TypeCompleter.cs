namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of column types.</summary>
public sealed class TypeCompleter : CatalogCompleter
{
    private protected override bool NeedsSession => false;

    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => TableTypeNames.Examples.Select(type => new Candidate(type, type));
}
