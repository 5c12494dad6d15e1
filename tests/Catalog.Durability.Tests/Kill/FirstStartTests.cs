using System.Text.Json;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Kill;

public sealed class FirstStartTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Kill_DuringTheFirstStart_TheNextStartCompletesIt()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        int rounds = LongForm.Part(brief: 5, divisor: 4);
        int early = 0;
        for (int round = 0; round < rounds; round++)
        {
            await using ServerProcess server = ServerProcess.Prepare(new ServerProcessOptions { GiveCredentials = false });
            server.Launch();
            await WaitForAMomentAsync(server, round, rounds);
            early += File.Exists(Bootstrap(server)) ? 0 : 1;
            server.Kill();
            await server.StartAgainAsync(stop);
            using JsonDocument credentials = JsonDocument.Parse(await File.ReadAllBytesAsync(Bootstrap(server), stop));
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Bootstrap(server)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            string key = credentials.RootElement.GetProperty("planasonix").GetProperty("key").GetString()!;
            JsonElement aistor = credentials.RootElement.GetProperty("aistor");
            using RawCatalog planasonix = RawCatalog.Planasonix(server.BaseAddress, key);
            using RawCatalog tables = RawCatalog.AIStor(server.BaseAddress, "main", aistor.GetProperty("accessKey").GetString()!, aistor.GetProperty("secretKey").GetString()!);
            (await planasonix.PostAsync("/namespaces", new { @namespace = new[] { "works" } })).Status.ShouldBe(200);
            (await tables.GetAsync("/namespaces")).Text.ShouldContain("works");
        }

        output.WriteLine($"{rounds} first starts killed, {early} of them before bootstrap.json was there.");
    }

    /// <summary>By turns somewhere in the start, and somewhere between the first write to the data folder and the end of it.</summary>
    private static async Task WaitForAMomentAsync(ServerProcess server, int round, int rounds)
    {
        string database = Path.Combine(server.DataPath, "catalog.db");
        for (int i = 0; round % 2 == 1 && !File.Exists(database) && i < 1000; i++)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(round % 2 == 1 ? round * 500 / rounds : 100 + (round * 900 / rounds), TestContext.Current.CancellationToken);
    }

    private static string Bootstrap(ServerProcess server) => Path.Combine(server.DataPath, "bootstrap.json");
}
