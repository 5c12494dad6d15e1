using System.Diagnostics;
using Catalog.Benchmarks.Generator;
using Catalog.Benchmarks.Limits;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>What every measure works with: the published server, the time to spend and where the figures go.</summary>
internal sealed class Bench(PublishedServer published, Report report, bool brief) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-bench-");

    public const int Writers = 16;

    public PublishedServer Published => published;

    public Report Report => report;

    public bool Brief => brief;

    public int Repeats => brief ? 3 : 5;

    public TimeSpan Window => TimeSpan.FromSeconds(brief ? 1 : 3);

    public string Folder => _folder.FullName;

    public Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(published.Options with { DataPath = Path.Combine(Folder, Guid.NewGuid().ToString("N")) });

    /// <summary>The surfaces of a running server, one for each kind of authentication.</summary>
    public static Surface[] Surfaces(ServerProcess server) =>
    [
        Surface.Bearer("API key", server.BaseAddress, server.PlanasonixKey),
        Surface.SigV4(server.BaseAddress, "main", server.AIStorAccessKey, server.AIStorSecretKey),
    ];

    /// <summary>Warms both sides up, then measures them in turn, so that a change of the machine's mood hits both.</summary>
    public (Samples Measured, Samples Limit) InTurn(Func<TimeSpan, double> measure, Func<TimeSpan, double> limit)
    {
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Window;)
        {
            measure(Window / 4);
            limit(Window / 4);
        }

        Samples measured = new();
        Samples limits = new();
        for (int i = 0; i < Repeats; i++)
        {
            limits.Add(limit(Window));
            measured.Add(measure(Window));
        }

        return (measured, limits);
    }

    /// <summary>A read of the server beside a bare endpoint that answers with the same bytes.</summary>
    public void Read(string name, ServerProcess server, Surface surface, string method, string target, int connections, double? goal)
    {
        byte[] body;
        using (HttpConnection first = new(server.BaseAddress))
        {
            int status = first.Exchange(surface.Request(method, target));
            body = status is >= 200 and < 300 ? first.Body.ToArray() : throw new InvalidOperationException($"{method} {target}: {status}");
        }

        using BareKestrel bare = BareKestrel.Start(body, Folder);
        Func<ReadOnlyMemory<byte>> next = surface.Repeat(method, target);
        LoadResult? last = null;
        ProcessorTime serverTime = new(server.ProcessId);
        ProcessorTime bareTime = new(bare.ProcessId);
        (Samples measured, Samples limit) = InTurn(
            time => serverTime.Of(() => last = Checked(LoadGenerator.Run(server.BaseAddress, connections, time, (_, _) => next()))).Rate,
            time => bareTime.Of(() => Checked(LoadGenerator.Run(bare.Address, connections, time, (_, _) => next()))).Rate);
        report.Rate($"{name}, {surface.Name}", measured, "bare Kestrel", limit, goal,
            $"{body.Length:N0} bytes, {connections} connection{(connections > 1 ? "s" : "")}, p50 {last!.Median.TotalMilliseconds:0.00} ms, p99 {last.Slow.TotalMilliseconds:0.00} ms; processor time a request {serverTime.Microseconds:0} µs, bare {bareTime.Microseconds:0} µs");
    }

    /// <summary>Refuses to report a rate that hides failures.</summary>
    public static LoadResult Checked(LoadResult result) =>
        result.Failed == 0 ? result : throw new InvalidOperationException($"{result.Failed} requests failed beside {result.Succeeded} that succeeded.");

    public void Dispose() => _folder.Delete(recursive: true);
}
