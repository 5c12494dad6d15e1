using System.Diagnostics;
using System.Net.Sockets;
using Catalog.Benchmarks.Generator;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>From the start of the process to the first authenticated answer, and the memory it then holds.</summary>
internal static class StartMeasures
{
    private const double StartGoal = 0.5;
    private const double IdleGoal = 100;

    public static async Task StartAsync(Bench bench)
    {
        Samples first = new();
        Samples again = new();
        for (int i = 0; i < bench.Repeats; i++)
        {
            ServerProcessOptions options = bench.Published.Options with { DataPath = Path.Combine(bench.Folder, Guid.NewGuid().ToString("N")) };
            await using ServerProcess server = ServerProcess.Prepare(options);
            first.Add(UntilFirstAnswer(server));
            server.Kill();
            again.Add(UntilFirstAnswer(server));
        }

        Seconds(bench, "cold start on an empty folder to the first answer", first);
        Seconds(bench, "cold start on a used folder to the first answer", again);
    }

    public static async Task MemoryAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        await Task.Delay(bench.Window).ConfigureAwait(false);
        long idle = Resident(server);
        bench.Report.Value("resident memory, idle", $"{idle} MB", "", $"< {IdleGoal} MB", idle < IdleGoal);
        Surface surface = Bench.Surfaces(server)[0];
        Tables.CreateNamespace(server.BaseAddress, surface, "memory");
        Bench.Checked(LoadGenerator.RunCount(server.BaseAddress, Bench.Writers, 2000, (_, number) =>
            surface.Request("POST", "/namespaces/memory/tables", Tables.CreateBody($"table_{number}"))));
        long peak = 0;
        LoadGenerator.Run(server.BaseAddress, Bench.Writers, bench.Window * 3, (connection, number) =>
        {
            peak = number % 1000 == 0 ? Math.Max(peak, Resident(server)) : peak;
            string target = $"/namespaces/memory/tables/table_{number % 2000}";
            return connection % 4 > 0
                ? surface.Request("GET", target)
                : surface.Request("POST", target, $$$"""{"requirements":[],"updates":[{"action":"set-properties","updates":{"n":"{{{number}}}"}}]}""");
        });
        bench.Report.Value("resident memory, loaded", $"{peak} MB", remark: "2,000 tables, 12 readers and 4 writers");
    }

    private static double UntilFirstAnswer(ServerProcess server)
    {
        long started = Stopwatch.GetTimestamp();
        server.Launch();
        Surface surface = Bench.Surfaces(server)[0];
        while (true)
        {
            try
            {
                using HttpConnection connection = new(server.BaseAddress);
                if (connection.Exchange(surface.Request("GET", "/namespaces")) == 200)
                {
                    return Stopwatch.GetElapsedTime(started).TotalSeconds;
                }
            }
            catch (Exception e) when (e is SocketException or IOException && Stopwatch.GetElapsedTime(started).TotalSeconds < 60)
            {
            }

            Thread.Sleep(2);
        }
    }

    private static void Seconds(Bench bench, string name, Samples samples) =>
        bench.Report.Value(name, $"{samples.Median:0.000} s ±{samples.Noise * 100:0} %", "", $"< {StartGoal} s", samples.Median < StartGoal);

    private static long Resident(ServerProcess server)
    {
        using Process process = Process.GetProcessById(server.ProcessId);
        return process.WorkingSet64 / (1024 * 1024);
    }
}
