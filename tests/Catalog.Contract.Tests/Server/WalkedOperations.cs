using System.Collections.Concurrent;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Server;

/// <summary>Which operations a walk has called, and how they answered.</summary>
internal sealed class WalkedOperations
{
    private readonly ConcurrentDictionary<(string Id, int Class), int> _seen = new();

    public void Add(ContractOperation operation, ObservedAnswer answer) =>
        _seen.AddOrUpdate((operation.Id, answer.Status / 100), 1, (_, count) => count + 1);

    /// <summary>The operations of a surface that never answered with a status of the class.</summary>
    public IEnumerable<string> Missing(string idPrefix, int statusClass) => ContractDescription.Current.Operations
        .Select(o => o.Id)
        .Where(id => id.StartsWith(idPrefix, StringComparison.Ordinal) && !_seen.ContainsKey((id, statusClass)));
}
