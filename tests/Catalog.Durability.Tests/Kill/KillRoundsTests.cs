using Catalog.Durability.Tests.Writers;
using Catalog.Testing;

namespace Catalog.Durability.Tests.Kill;

public sealed class KillRoundsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Kill_WritersInFlight_LosesNothingAcknowledged()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        int rounds = LongForm.Rounds(brief: 12);
        List<int> inFlight = [];
        long acknowledged = 0;
        List<RoundTables> done = [];
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: stop);
        for (int round = 0; round < rounds; round++)
        {
            using Surfaces surfaces = new(server);
            RoundTables tables = new(round);
            await tables.PrepareAsync(surfaces);
            Task writers = tables.StartWriters(surfaces);
            await Task.Delay(Random.Shared.Next(5, 250), stop);
            inFlight.Add(tables.Log.InFlight);
            server.Kill();
            await writers;
            acknowledged += tables.Log.Commits.Count;

            await server.StartAgainAsync(stop);
            await tables.CheckAsync(surfaces);
            done.Add(tables);
        }

        using Surfaces after = new(server);
        foreach (RoundTables tables in done)
        {
            await tables.CheckAsync(after);
        }

        output.WriteLine($"{rounds} kills with {inFlight.Min()} to {inFlight.Max()} requests in flight ({inFlight.Average():0.0} on average), {acknowledged} acknowledged commits, each file opened and parsed, none lost.");
        inFlight.Sum().ShouldBeGreaterThan(0);
    }
}
