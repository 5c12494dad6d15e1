using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Replay;

/// <summary>A client that gave up waiting sends the same call again while the first is still running, maybe to another process.</summary>
public sealed class DuplicateInFlightTests
{
    [Fact]
    public async Task SameKey_AtTheSameTimeOverTwoProcesses_IsOneCommitWithOneAnswer()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ServerProcess first = await ServerProcess.StartAsync(cancellationToken: stop);
        await using ServerProcess second = await ServerProcess.StartAsync(SameData.As(first), stop);
        using Surfaces one = new(first);
        using Surfaces two = new(second);
        await Tables.CreateNamespaceAsync(one.Planasonix, "twice");
        (await Tables.CreateAsync(one.Planasonix, "twice", "table")).Status.ShouldBe(200);
        string target = Tables.Target("twice", "table");
        const int Rounds = 5;
        for (int round = 0; round < Rounds; round++)
        {
            Dictionary<string, string> headers = new() { ["Idempotency-Key"] = Guid.CreateVersion7().ToString() };
            RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                Tables.SetPropertyAsync((i % 2 == 0 ? one : two).Planasonix, target, $"round-{round}", "set", headers)));
            answers.ShouldAllBe(answer => answer.Status == 200);
            answers.Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
        }

        TableHistory history = await TableHistory.LoadAsync(two.AIStor, target);
        history.Locations.Count.ShouldBe(1 + Rounds);
    }
}
