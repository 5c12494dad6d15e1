namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of the tables in the namespace that is named on the line.</summary>
public sealed class TableCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => scope.Namespace is { } ns ? scope.Tables(ns) : [];
}
