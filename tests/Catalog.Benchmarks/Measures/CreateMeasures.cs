using Catalog.Benchmarks.Generator;
using Catalog.Benchmarks.Limits;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>Creating tables: eight at a time, and what the hundred-thousandth costs beside the first.</summary>
internal static class CreateMeasures
{
    private const int AtATime = 8;
    private const double CurveGoal = 1.1;

    public static async Task CreateAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        using BareSqlite sqlite = new(bench.Folder);
        foreach (Surface surface in Bench.Surfaces(server))
        {
            string name = $"creates{surface.Name.Length}";
            Tables.CreateNamespace(server.BaseAddress, surface, name);
            LoadResult? last = null;
            long made = 0;
            (Samples create, Samples limit) = bench.InTurn(
                time => Bench.Checked(last = LoadGenerator.Run(server.BaseAddress, AtATime, time, (_, _) => Create(surface, name, Interlocked.Increment(ref made)))).Rate,
                sqlite.Run);
            bench.Report.Rate($"create, {surface.Name}", create, "bare SQLite update, one by one", limit, null,
                $"{AtATime} at a time, p50 {last!.Median.TotalMilliseconds:0.00} ms, p99 {last.Slow.TotalMilliseconds:0.00} ms");
        }
    }

    public static async Task CurveAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        Surface surface = Bench.Surfaces(server)[0];
        Tables.CreateNamespace(server.BaseAddress, surface, "warm");
        Tables.CreateNamespace(server.BaseAddress, surface, "curve");
        LoadGenerator.RunCount(server.BaseAddress, AtATime, 3000, (_, number) => Create(surface, "warm", number));
        long made = 0;
        double first = 0;
        foreach (int size in bench.Brief ? (int[])[1_000, 10_000] : [1_000, 10_000, 100_000])
        {
            long bulk = size - 1000 - made;
            if (bulk > 0)
            {
                Bench.Checked(LoadGenerator.RunCount(server.BaseAddress, AtATime, bulk, (_, _) => Create(surface, "curve", Interlocked.Increment(ref made))));
            }

            LoadResult thousand = Bench.Checked(LoadGenerator.RunCount(server.BaseAddress, AtATime, 1000, (_, _) => Create(surface, "curve", Interlocked.Increment(ref made))));
            first = first == 0 ? thousand.Elapsed.TotalSeconds : first;
            double ratio = thousand.Elapsed.TotalSeconds / first;
            LoadResult load = Bench.Checked(LoadGenerator.Run(server.BaseAddress, Bench.Writers, bench.Window, (_, number) => surface.Request("GET", $"/namespaces/curve/tables/table_{1 + (number * 7919 % size)}")));
            LoadResult page = Bench.Checked(LoadGenerator.Run(server.BaseAddress, 1, bench.Window, (_, _) => surface.Request("GET", "/namespaces/curve/tables?pageToken=&pageSize=100")));
            bench.Report.Value($"the last thousand of {size:N0} creates", $"{thousand.Elapsed.TotalSeconds:0.000} s ({ratio:0.00} × the first)", "",
                size > 1000 ? $"≤ {CurveGoal} ×" : "", size > 1000 ? ratio <= CurveGoal : null,
                $"then loads of random tables {load.Rate:N0}/s, pages of 100 by one client {page.Rate:N0}/s");
        }
    }

    private static byte[] Create(Surface surface, string @namespace, long number) =>
        surface.Request("POST", $"/namespaces/{@namespace}/tables", Tables.CreateBody($"table_{number}"));
}
