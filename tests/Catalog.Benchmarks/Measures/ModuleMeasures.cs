using System.Diagnostics;
using System.Globalization;
using Catalog.Benchmarks.Generator;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>The PowerShell module in shells of its own: import, first object, and a long list.</summary>
internal static class ModuleMeasures
{
    private const double ImportGoal = 300;
    private const double FirstGoal = 150;
    private const int ManyTables = 10_000;

    /// <summary>What the shell prints: milliseconds of each step, tables listed, seconds for them, and growth of the managed heap in kB.</summary>
    private const string Script = """
        $ErrorActionPreference = 'Stop'
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        Import-Module $env:BENCH_MODULE
        $import = $clock.Elapsed.TotalMilliseconds
        $clock.Restart()
        Connect-Catalog -Uri $env:BENCH_URI -Surface Planasonix -ApiKey $env:BENCH_KEY
        $connect = $clock.Elapsed.TotalMilliseconds
        $clock.Restart()
        $null = Get-Table module table_1
        $first = $clock.Elapsed.TotalMilliseconds
        $n = 0
        $clock.Restart()
        Get-Table module | ForEach-Object {
            if (++$n -eq 1000) { $early = [GC]::GetTotalMemory($true) }
        }
        $list = $clock.Elapsed.TotalSeconds
        $growth = ([GC]::GetTotalMemory($true) - $early) / 1KB
        [string]::Join(' ', @($import, $connect, $first, $n, $list, $growth).ForEach{ $_.ToString([cultureinfo]::InvariantCulture) })
        """;

    public static async Task ModuleAsync(Bench bench)
    {
        Run("dotnet", ["build", Path.Combine(SourceTree.Root, "module", "Catalog.PowerShell"), "-c", "Release", "-nologo", "-v:quiet"], []);
        Run("dotnet", ["tool", "restore"], []);
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        Surface surface = Bench.Surfaces(server)[0];
        Tables.CreateNamespace(server.BaseAddress, surface, "module");
        int count = bench.Brief ? ManyTables / 5 : ManyTables;
        Bench.Checked(LoadGenerator.RunCount(server.BaseAddress, Bench.Writers, count, (_, number) =>
            surface.Request("POST", "/namespaces/module/tables", Tables.CreateBody($"table_{number}"))));

        Samples[] samples = [new(), new(), new(), new(), new()];
        string listed = "";
        for (int i = 0; i < bench.Repeats; i++)
        {
            string[] figures = Shell(server);
            listed = figures[3];
            foreach ((int sample, int figure) in new[] { (0, 0), (1, 1), (2, 2), (3, 4), (4, 5) })
            {
                samples[sample].Add(double.Parse(figures[figure], CultureInfo.InvariantCulture));
            }
        }

        Milliseconds(bench, "module: Import-Module in a fresh shell", samples[0], ImportGoal);
        Milliseconds(bench, "module: Connect-Catalog, with the SDK loaded and a token exchanged", samples[1], null);
        Milliseconds(bench, "module: first table after connecting", samples[2], FirstGoal);
        bench.Report.Value("module: list of tables", $"{listed} in {samples[3].Median:0.00} s", remark: $"managed heap after it against the first thousand: {samples[4].Median:+0;-0} kB");
    }

    private static string[] Shell(ServerProcess server) => Run(
        "dotnet",
        ["pwsh", "-NoProfile", "-NonInteractive", "-Command", Script],
        new()
        {
            ["BENCH_MODULE"] = Path.Combine(SourceTree.Root, "module", "out", "Catalog", "Catalog.psd1"),
            ["BENCH_URI"] = server.BaseAddress.ToString(),
            ["BENCH_KEY"] = server.PlanasonixKey,
        }).Trim().Split('\n')[^1].Split(' ');

    private static string Run(string program, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = SourceTree.Root, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments[0]} failed: {output}");
    }

    private static void Milliseconds(Bench bench, string name, Samples samples, double? goal) => bench.Report.Value(
        name, $"{samples.Median:0} ms ±{samples.Noise * 100:0} %", "", goal is { } most ? $"< {most} ms" : "", goal is { } wanted ? samples.Median < wanted : null);
}
