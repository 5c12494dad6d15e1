using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Replay;

/// <summary>The server dies between a commit and its answer; the client asks again with the same Idempotency-Key.</summary>
public sealed class LostAnswerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Replay_AfterAKill_AppliesTheCommitOnce()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: stop);
        int lost = 0;
        int replayed = 0;
        for (int round = 0; round < LongForm.Part(brief: 6, divisor: 4); round++)
        {
            using Surfaces surfaces = new(server);
            string name = $"lost_{round}";
            await Tables.CreateNamespaceAsync(surfaces.Planasonix, name);
            (await Tables.CreateAsync(surfaces.Planasonix, name, "table")).Status.ShouldBe(200);
            string target = Tables.Target(name, "table");
            Call[] calls = [.. Enumerable.Range(0, 16).Select(i => new Call(surfaces[i], target, $"once-{i}"))];
            Task<RawAnswer?>[] first = [.. calls.Select(call => call.SendAsync())];

            // With the first answer a whole group of commits is durable: most of the others are made, but not answered yet.
            await (round % 3 == 0 ? Task.Delay(Random.Shared.Next(0, 25), stop) : Task.WhenAny(first));
            server.Kill();
            RawAnswer?[] answers = await Task.WhenAll(first);
            lost += answers.Count(answer => answer is null);
            await server.StartAgainAsync(stop);
            HashSet<string> before = [.. (await TableHistory.LoadAsync(surfaces.Planasonix, target)).Locations];
            for (int i = 0; i < calls.Length; i++)
            {
                RawAnswer again = (await calls[i].SendAsync()).ShouldNotBeNull();
                again.Status.ShouldBe(200, again.Text);
                if (answers[i] is { Status: 200 } acknowledged)
                {
                    again.Text.ShouldBe(acknowledged.Text, "a replay is the first answer, byte for byte");
                }

                replayed += answers[i] is null && before.Contains(again.MetadataLocation!) ? 1 : 0;
                (await calls[i].SendAsync())!.MetadataLocation.ShouldBe(again.MetadataLocation);
            }

            TableHistory after = await TableHistory.LoadAsync(surfaces.AIStor, target);
            after.Locations.Count.ShouldBe(1 + calls.Length, "each commit was applied once");
            after.Locations.ShouldBeUnique();
        }

        output.WriteLine($"{lost} answers lost; {replayed} of those commits had been made and were replayed from their receipts, the others were made once.");
    }

    private sealed class Call(RawCatalog catalog, string target, string property)
    {
        private readonly Dictionary<string, string> _headers = new() { ["Idempotency-Key"] = Guid.CreateVersion7().ToString() };

        public async Task<RawAnswer?> SendAsync()
        {
            try
            {
                return await Tables.SetPropertyAsync(catalog, target, property, "set", _headers);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }
}
