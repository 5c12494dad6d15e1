using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Concurrency;

public sealed class ManyWritersTests(ITestOutputHelper output)
{
    private const int Writers = 32;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OneTable_ManyWriters_EveryAcknowledgedCommitIsInTheHistoryOnce(int processes)
    {
        await using ServerProcess first = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        ServerProcess[] servers = [first, .. await OthersAsync(first, processes - 1)];
        Surfaces[] surfaces = [.. servers.Select(server => new Surfaces(server))];
        try
        {
            await Tables.CreateNamespaceAsync(surfaces[0].Planasonix, "hot");
            (await Tables.CreateAsync(surfaces[0].Planasonix, "hot", "table")).Status.ShouldBe(200);
            string target = Tables.Target("hot", "table");
            CommitLog log = new();
            int each = LongForm.Part(brief: 10, divisor: 4);
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
            {
                RawCatalog catalog = surfaces[writer % processes][writer / processes];
                for (int i = 0; i < each; i++)
                {
                    await log.CommitAsync(catalog, target, $"w{writer}-{i}");
                }
            }));
            output.WriteLine($"{Writers} writers over {processes} process(es): {log.Commits.Count} acknowledged, {log.Refusals.Count} refused");

            log.Unknown.ShouldBeEmpty();
            log.Refusals.ShouldBeEmpty("no requirement forbade any of these commits");
            log.Commits.Count.ShouldBe(Writers * each);
            foreach (Surfaces both in surfaces)
            {
                TableHistory history = await TableHistory.LoadAsync(both.AIStor, target);
                history.MustHoldOnce(log.Commits);
                history.Locations.Count.ShouldBe(1 + (Writers * each));
            }
        }
        finally
        {
            foreach (Surfaces both in surfaces)
            {
                both.Dispose();
            }

            foreach (ServerProcess other in servers.Skip(1))
            {
                await other.DisposeAsync();
            }
        }
    }

    private static async Task<IReadOnlyList<ServerProcess>> OthersAsync(ServerProcess first, int count)
    {
        List<ServerProcess> others = [];
        for (int i = 0; i < count; i++)
        {
            others.Add(await ServerProcess.StartAsync(SameData.As(first), TestContext.Current.CancellationToken));
        }

        return others;
    }
}
