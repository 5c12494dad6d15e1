using System.Text.Json;
using Catalog.Benchmarks.Generator;
using Catalog.Benchmarks.Limits;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>Durable commits: spread over tables, alone, and many writers on one table.</summary>
internal static class CommitMeasures
{
    private const double SpreadGoal = 0.6;
    private const double HotGoal = 1.0 / 3;

    public static async Task CommitAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        using BareSqlite sqlite = new(bench.Folder);
        foreach (Surface surface in Bench.Surfaces(server))
        {
            Committer committer = new(server, surface, $"commits{surface.Name.Length}");
            (Samples spread, Samples limit) = bench.InTurn(time => Bench.Checked(committer.Run(Bench.Writers, hot: false, time)).Rate, sqlite.Run);
            bench.Report.Rate($"commit spread, {surface.Name}", spread, "bare SQLite update, one by one", limit, SpreadGoal,
                $"{Bench.Writers} writers on {Bench.Writers} tables, {committer.Remark}");
            (Samples one, Samples oneLimit) = bench.InTurn(time => Bench.Checked(committer.Run(1, hot: false, time)).Rate, sqlite.Run);
            bench.Report.Rate($"commit, 1 connection, {surface.Name}", one, "bare SQLite update, one by one", oneLimit, null, committer.Remark);
        }

        Samples files = new();
        for (int i = 0; i < bench.Repeats; i++)
        {
            files.Add(BareFiles.Run(bench.Folder, Bench.Writers, bench.Window));
        }

        bench.Report.Value("(each file synced)", Report.Format(files, "/s"), remark: "16 threads, each 3 kB, fsync of file and folder: no commit of a design that syncs each file can be faster");
    }

    public static async Task HotAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        foreach (Surface surface in Bench.Surfaces(server))
        {
            Committer committer = new(server, surface, $"hot{surface.Name.Length}");
            foreach (int writers in (int[])[1, 4, Bench.Writers])
            {
                committer.Refused = 0;
                (Samples hot, Samples spread) = bench.InTurn(
                    time => Bench.Checked(committer.Run(writers, hot: true, time)).Rate,
                    time => Bench.Checked(committer.Run(Bench.Writers, hot: false, time)).Rate);
                bench.Report.Rate($"commit hot, {writers} writer{(writers > 1 ? "s" : "")}, {surface.Name}", hot, "spread", spread,
                    writers == Bench.Writers ? HotGoal : null, $"{committer.Refused} refused, {committer.Remark}");
            }
        }
    }

    /// <summary>Sends property commits as Java does: with the table's uuid as the only requirement.</summary>
    private sealed class Committer
    {
        private readonly ServerProcess _server;
        private readonly Surface _surface;
        private readonly string[] _targets;
        private readonly string[] _uuids;

        public Committer(ServerProcess server, Surface surface, string @namespace)
        {
            _server = server;
            _surface = surface;
            Tables.CreateNamespace(server.BaseAddress, surface, @namespace);
            _targets = [.. Enumerable.Range(0, Bench.Writers + 1).Select(i => $"/namespaces/{@namespace}/tables/table_{i}")];
            _uuids = [.. _targets.Select((target, i) =>
            {
                Tables.Create(server.BaseAddress, surface, @namespace, $"table_{i}");
                using JsonDocument table = JsonDocument.Parse(Tables.Send(server.BaseAddress, surface.Request("GET", target)));
                return table.RootElement.GetProperty("metadata").GetProperty("table-uuid").GetString()!;
            })];
        }

        public long Refused { get; set; }

        public string Remark { get; private set; } = "";

        public LoadResult Run(int writers, bool hot, TimeSpan time)
        {
            ProcessorTime serverTime = new(_server.ProcessId);
            LoadResult result = serverTime.Of(() => LoadGenerator.Run(_server.BaseAddress, writers, time, (connection, number) =>
            {
                int table = hot ? Bench.Writers : connection;
                return _surface.Request("POST", _targets[table],
                    $$$"""{"requirements":[{"type":"assert-table-uuid","uuid":"{{{_uuids[table]}}}"}],"updates":[{"action":"set-properties","updates":{"writer-{{{connection}}}":"{{{number}}}"}}]}""");
            }));
            Refused += hot ? result.Refused : 0;
            Remark = $"p50 {result.Median.TotalMilliseconds:0.00} ms, p99 {result.Slow.TotalMilliseconds:0.00} ms, processor time a commit {serverTime.Microseconds:0} µs";
            return result;
        }
    }
}
