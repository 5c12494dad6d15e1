using System.Collections.Concurrent;
using System.Text.Json;
using Catalog.Durability.Tests.Writers;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Kill;

/// <summary>One round's namespace: the writers that work on it until the server dies, and the check afterwards.</summary>
internal sealed class RoundTables(int round)
{
    private const int TableCount = 8;
    private const int Writers = 16;
    private readonly ConcurrentQueue<string> _created = new();
    private readonly ConcurrentQueue<(string[] Tables, string Key)> _transactions = new();
    private readonly ConcurrentQueue<string> _transacting = new();
    private readonly ConcurrentQueue<string> _dropped = new();

    public string Namespace { get; } = $"round_{round}";

    public CommitLog Log { get; } = new();

    public async Task PrepareAsync(Surfaces surfaces)
    {
        await Tables.CreateNamespaceAsync(surfaces.Planasonix, Namespace);
        for (int i = 0; i < TableCount; i++)
        {
            (await Tables.CreateAsync(surfaces[i], Namespace, Name(i))).Status.ShouldBe(200);
        }
    }

    /// <summary>Starts sixteen writers; each ends at its first request whose outcome is unknown.</summary>
    public Task StartWriters(Surfaces surfaces) => Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
    {
        RawCatalog catalog = surfaces[writer];
        for (int i = 0; Log.Unknown.IsEmpty; i++)
        {
            await (writer switch
            {
                < 10 => Log.CommitAsync(catalog, Tables.Target(Namespace, Name((writer + i) % TableCount)), $"w{writer}-{i}"),
                < 12 => CreateAsync(catalog, $"made_{writer}_{i}"),
                < 14 => TransactAsync(catalog, writer, $"t{writer}-{i}"),
                _ => CreateAndDropAsync(catalog, $"gone_{writer}_{i}"),
            });
        }
    }));

    /// <summary>After the restart: nothing acknowledged is lost, nothing is half made.</summary>
    public async Task CheckAsync(Surfaces surfaces)
    {
        RawCatalog catalog = surfaces[round];
        Log.Refusals.ShouldBeEmpty();
        foreach (IGrouping<string, CommitLog.Acknowledged> table in Log.Commits.GroupBy(commit => commit.Target))
        {
            (await TableHistory.LoadAsync(catalog, table.Key)).MustHoldOnce(table);
        }

        RawAnswer list = await catalog.GetAsync($"/namespaces/{Namespace}/tables");
        string[] listed = [.. list.Json.GetProperty("identifiers").EnumerateArray().Select(identifier => identifier.GetProperty("name").GetString()!)];
        Dictionary<string, TableHistory> histories = [];
        foreach (string name in listed)
        {
            histories[name] = await TableHistory.LoadAsync(catalog, Tables.Target(Namespace, name));
            foreach (string location in histories[name].Locations)
            {
                TableHistory.Open(location).GetProperty("format-version").ValueKind.ShouldBe(JsonValueKind.Number);
            }
        }

        _created.Except(listed).ShouldBeEmpty("acknowledged creates are gone");
        _dropped.Intersect(listed).ShouldBeEmpty("acknowledged drops came back");
        foreach ((string[] tables, string key) in _transactions)
        {
            tables.ShouldAllBe(name => histories[name].Has(key), $"the acknowledged transaction {key} is gone");
        }

        foreach (string key in _transacting)
        {
            string[] pair = Pair(key);
            histories[pair[0]].Has(key).ShouldBe(histories[pair[1]].Has(key), $"the transaction {key} was cut in half");
        }
    }

    private static string Name(int number) => $"table_{number}";

    /// <summary>Which two tables a transaction changes follows from its key.</summary>
    private static string[] Pair(string key)
    {
        int first = key.Sum(c => c) % TableCount;
        return [Name(first), Name((first + 3) % TableCount)];
    }

    private async Task CreateAsync(RawCatalog catalog, string name)
    {
        if (await Log.TrackAsync($"create {name}", () => Tables.CreateAsync(catalog, Namespace, name)) is not null)
        {
            _created.Enqueue(name);
        }
    }

    private async Task CreateAndDropAsync(RawCatalog catalog, string name)
    {
        if (await Log.TrackAsync($"create {name}", () => Tables.CreateAsync(catalog, Namespace, name)) is not null &&
            await Log.TrackAsync($"drop {name}", () => catalog.DeleteAsync($"{Tables.Target(Namespace, name)}?purgeRequested=false")) is not null)
        {
            _dropped.Enqueue(name);
        }
    }

    private async Task TransactAsync(RawCatalog catalog, int writer, string key)
    {
        string[] pair = Pair(key);
        _transacting.Enqueue(key);
        if (await Log.TrackAsync($"transaction {writer} {key}", () => Tables.TransactAsync(catalog, Namespace, pair, key, "set")) is not null)
        {
            _transactions.Enqueue((pair, key));
        }
    }
}
