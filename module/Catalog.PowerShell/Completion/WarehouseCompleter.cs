namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of warehouses.</summary>
public sealed class WarehouseCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word) => scope.Connection!.Completions.Find(
        "warehouses",
        async stop =>
        {
            List<Candidate> found = [];
            await foreach (string name in scope.Connection.Warehouses.ListWarehousesAsync().WithCancellation(stop).ConfigureAwait(false))
            {
                found.Add(new Candidate(name, $"warehouse {name}"));
            }

            return found;
        });
}
