namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of branches and tags.</summary>
public sealed class ReferenceCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => scope.OfTable("refs", table => table.Refs.Values.Select(reference => new Candidate(reference.Reference, reference.ToString())));
}
