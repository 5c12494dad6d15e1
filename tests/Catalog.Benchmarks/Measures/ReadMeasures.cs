using Catalog.Benchmarks.Targets;
using Catalog.Testing;

namespace Catalog.Benchmarks.Measures;

/// <summary>Load, exists and list, beside a bare endpoint with the same bytes.</summary>
internal static class ReadMeasures
{
    private const double Goal = 0.6;

    public static async Task LoadAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        Surface[] surfaces = Bench.Surfaces(server);
        Prepare(server, surfaces[0]);
        foreach (Surface surface in surfaces)
        {
            bench.Read("load", server, surface, "GET", "/namespaces/reads/tables/small", Bench.Writers, Goal);
            bench.Read("load, 1 connection", server, surface, "GET", "/namespaces/reads/tables/small", 1, null);
            bench.Read("load, 1,000 snapshots", server, surface, "GET", "/namespaces/reads/tables/tall", Bench.Writers, Goal);
        }
    }

    public static async Task ExistsAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        Surface[] surfaces = Bench.Surfaces(server);
        Prepare(server, surfaces[0]);
        foreach (Surface surface in surfaces)
        {
            bench.Read("exists", server, surface, "HEAD", "/namespaces/reads/tables/small", Bench.Writers, null);
        }
    }

    public static async Task ListAsync(Bench bench)
    {
        await using ServerProcess server = await bench.StartAsync().ConfigureAwait(false);
        Surface[] surfaces = Bench.Surfaces(server);
        Tables.CreateNamespace(server.BaseAddress, surfaces[0], "many");
        for (int i = 0; i < 201; i++)
        {
            Tables.Create(server.BaseAddress, surfaces[0], "many", $"table_{i:000}");
        }

        foreach (Surface surface in surfaces)
        {
            bench.Read("list 201 tables", server, surface, "GET", "/namespaces/many/tables", Bench.Writers, null);
        }
    }

    private static void Prepare(ServerProcess server, Surface surface)
    {
        Tables.CreateNamespace(server.BaseAddress, surface, "reads");
        Tables.Create(server.BaseAddress, surface, "reads", "small");
        Tables.Create(server.BaseAddress, surface, "reads", "tall");
        Tables.AddSnapshots(server.BaseAddress, surface, "/namespaces/reads/tables/tall", 1000);
    }
}
