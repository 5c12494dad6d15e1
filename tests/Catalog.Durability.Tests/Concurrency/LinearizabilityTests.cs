using System.Globalization;
using System.Text.Json;
using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Clients;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Concurrency;

/// <summary>
/// Clients swap the current snapshot of tables (assert-ref-snapshot-id, add-snapshot, set-snapshot-ref) and read it,
/// over two processes on one data folder, one of which is killed and started again: the history must be linearizable.
/// </summary>
public sealed class LinearizabilityTests(ITestOutputHelper output)
{
    private const int Clients = 12;
    private static readonly string[] Keys = ["left", "middle", "right"];

    [Fact]
    public async Task SnapshotPointer_SwapsReadsAndKills_AreLinearizable()
    {
        string? program = TestClients.Program("lincheck");
        Assert.SkipWhen(program is null, $"lincheck is not there. {TestClients.Reason}");
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ServerProcess first = await ServerProcess.StartAsync(cancellationToken: stop);
        await using ServerProcess second = await ServerProcess.StartAsync(SameData.As(first), stop);
        using Surfaces one = new(first);
        using Surfaces two = new(second);
        await Tables.CreateNamespaceAsync(one.Planasonix, "lin");
        foreach (string key in Keys)
        {
            (await Tables.CreateAsync(one.Planasonix, "lin", key)).Status.ShouldBe(200);
        }

        Lincheck history = new();
        int each = LongForm.Part(brief: 40, divisor: 1);
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(client => RunAsync(history, client, (client % 2 == 0 ? one : two)[client / 2], each))];
        while (history.Count < Clients * each / 2 && !clients.All(client => client.IsCompleted))
        {
            await Task.Delay(5, stop);
        }

        second.Kill();
        await second.StartAgainAsync(stop);
        await Task.WhenAll(clients);

        (int verdict, string text) = await history.JudgeAsync(program);
        output.WriteLine($"{history.Count} operations of {Clients} clients on {Keys.Length} tables over 2 processes, one killed: {text}");
        verdict.ShouldBe(0, text);
    }

    private static async Task RunAsync(Lincheck history, int client, RawCatalog catalog, int operations)
    {
        Random random = new(client);
        for (int i = 0; i < operations; i++)
        {
            string key = Keys[random.Next(Keys.Length)];
            try
            {
                (string current, long sequence) = await ReadAsync(history, client, catalog, key);
                if (random.Next(3) > 0)
                {
                    await SwapAsync(history, client, catalog, key, current, sequence);
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<(string Current, long Sequence)> ReadAsync(Lincheck history, int client, RawCatalog catalog, string key)
    {
        long call = Lincheck.Now;
        RawAnswer answer = await catalog.GetAsync(Tables.Target("lin", key));
        answer.Status.ShouldBe(200, answer.Text);
        JsonElement metadata = answer.Metadata;
        long id = metadata.TryGetProperty("current-snapshot-id", out JsonElement pointer) && pointer.ValueKind == JsonValueKind.Number ? pointer.GetInt64() : -1;
        string current = id == -1 ? "" : id.ToString(CultureInfo.InvariantCulture);
        history.Read(client, key, current, call);
        return (current, metadata.GetProperty("last-sequence-number").GetInt64());
    }

    private static async Task SwapAsync(Lincheck history, int client, RawCatalog catalog, string key, string current, long sequence)
    {
        long fresh = Random.Shared.NextInt64(1, long.MaxValue);
        long? parent = current.Length == 0 ? null : long.Parse(current, CultureInfo.InvariantCulture);
        Dictionary<string, object> snapshot = new()
        {
            ["snapshot-id"] = fresh,
            ["sequence-number"] = sequence + 1,
            ["timestamp-ms"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            ["manifest-list"] = $"file:///nowhere/{fresh}.avro",
            ["summary"] = new Dictionary<string, string> { ["operation"] = "append" },
            ["schema-id"] = 0,
        };
        if (parent is { } known)
        {
            snapshot["parent-snapshot-id"] = known;
        }

        string body = JsonSerializer.Serialize(new
        {
            requirements = new[] { new Dictionary<string, object?> { ["type"] = "assert-ref-snapshot-id", ["ref"] = "main", ["snapshot-id"] = parent } },
            updates = new object[]
            {
                new { action = "add-snapshot", snapshot },
                new Dictionary<string, object> { ["action"] = "set-snapshot-ref", ["ref-name"] = "main", ["type"] = "branch", ["snapshot-id"] = fresh },
            },
        });
        long call = Lincheck.Now;
        bool? ok = null;
        try
        {
            RawAnswer answer = await catalog.PostAsync(Tables.Target("lin", key), body);
            ok = answer.Status switch
            {
                200 => true,
                409 => false,
                _ => throw new InvalidOperationException($"{answer.Status}: {answer.Text}"),
            };
        }
        finally
        {
            history.Swap(client, key, current, fresh.ToString(CultureInfo.InvariantCulture), call, ok);
        }
    }
}
