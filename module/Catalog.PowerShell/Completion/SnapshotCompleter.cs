namespace Catalog.PowerShell.Completion;

/// <summary>Completes ids of snapshots, the newest first.</summary>
public sealed class SnapshotCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => scope.OfTable("snapshots", table => table.Snapshots.Reverse()
            .Select(snapshot => new Candidate(snapshot.ToString(), $"{snapshot.Operation} at {snapshot.Timestamp:u}{(snapshot.IsCurrent ? ", current" : string.Empty)}")));
}
