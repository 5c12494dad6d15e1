using Catalog.Benchmarks.Limits;
using Catalog.Benchmarks.Measures;
using Catalog.Benchmarks.Reporting;
using Catalog.Benchmarks.Targets;

if (args is [BareKestrel.Verb, string address, string file])
{
    await BareKestrel.ServeAsync(address, file).ConfigureAwait(false);
    return 0;
}

Dictionary<string, Func<Bench, Task>> measures = new()
{
    ["load"] = ReadMeasures.LoadAsync,
    ["exists"] = ReadMeasures.ExistsAsync,
    ["list"] = ReadMeasures.ListAsync,
    ["commit"] = CommitMeasures.CommitAsync,
    ["hot"] = CommitMeasures.HotAsync,
    ["create"] = CreateMeasures.CreateAsync,
    ["curve"] = CreateMeasures.CurveAsync,
    ["start"] = StartMeasures.StartAsync,
    ["memory"] = StartMeasures.MemoryAsync,
    ["module"] = ModuleMeasures.ModuleAsync,
};
bool brief = args.Contains("--short");
string[] wanted = [.. args.Where(a => a != "--short" && a != "all")];
if (wanted.Except(measures.Keys).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Known: all, {string.Join(", ", measures.Keys)}, --short.");
    return 2;
}

Report report = new(Console.Out);
report.Note($"Server: dotnet publish -c Release, started as a process; {Environment.ProcessorCount} cores shared with the load generator; .NET {Environment.Version}; {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC{(brief ? "; short form" : "")}. Medians; ± is half the spread of the repetitions.");
using Bench bench = new(PublishedServer.Publish(), report, brief);
foreach ((string name, Func<Bench, Task> measure) in measures)
{
    if (wanted.Length == 0 || wanted.Contains(name))
    {
        await measure(bench).ConfigureAwait(false);
    }
}

return 0;
