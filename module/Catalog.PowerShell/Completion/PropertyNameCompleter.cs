using Catalog.PowerShell.Namespaces;

namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of properties that the table or namespace on the line has.</summary>
public sealed class PropertyNameCompleter : CatalogCompleter
{
    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
    {
        if (scope.Namespace is { } ns && scope.Table is null)
        {
            return scope.Connection!.Completions.Find(
                $"properties {ns}",
                async stop => [.. (await scope.Connection.Catalog.GetNamespaceAsync(ns.ToSdk(), cancellationToken: stop).ConfigureAwait(false))
                    .Properties.Select(property => new Candidate(property.Key, $"{property.Key} = {property.Value}"))]);
        }

        return scope.OfTable("properties", table => table.Properties.Select(property => new Candidate(property.Key, $"{property.Key} = {property.Value}")));
    }
}
