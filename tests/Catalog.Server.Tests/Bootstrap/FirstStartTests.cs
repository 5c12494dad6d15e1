using System.Text.Json;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Bootstrap;

public sealed class FirstStartTests
{
    [Fact]
    public async Task FirstStart_OnAnEmptyFolder_PrintsCredentialsOnceAndTheyWork()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(new ServerProcessOptions { GiveCredentials = false }, TestContext.Current.CancellationToken);
        string file = Path.Combine(server.DataPath, "bootstrap.json");
        JsonElement made = Read(file);
        string key = made.GetProperty("planasonix").GetProperty("key").GetString()!;
        string secret = made.GetProperty("aistor").GetProperty("secretKey").GetString()!;

        await WaitForAsync(server, "PyIceberg");
        key.ShouldStartWith("flx_");
        made.GetProperty("url").GetString().ShouldBe(server.BaseAddress.GetLeftPart(UriPartial.Authority));
        made.GetProperty("planasonix").GetProperty("warehouse").GetString().ShouldBe("main");
        made.GetProperty("planasonix").GetProperty("organisation").GetString().ShouldNotBeNullOrEmpty();
        foreach (string expected in (string[])[key, secret, server.DataPath, "PowerShell", "curl", "PyIceberg", "/v1", "/_iceberg/v1"])
        {
            server.Output.ShouldContain(expected);
        }

        using RawCatalog planasonix = RawCatalog.Planasonix(server.BaseAddress, key);
        using RawCatalog aistor = RawCatalog.AIStor(server.BaseAddress, "main", made.GetProperty("aistor").GetProperty("accessKey").GetString()!, secret);
        (await planasonix.GetAsync("/namespaces")).Status.ShouldBe(200);
        (await aistor.GetAsync("/namespaces")).Status.ShouldBe(200);

        string before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        int printed = server.Output.Length;
        server.Kill();
        await server.StartAgainAsync(TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(before);
        server.Output[printed..].ShouldNotContain(key);
        server.Output[printed..].ShouldNotContain(secret);
        (await planasonix.GetAsync("/namespaces")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task BootstrapFile_IsForItsOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights on files.");
            return;
        }

        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        foreach (string name in (string[])["bootstrap.json", "catalog.db", "catalog.db-wal"])
        {
            File.GetUnixFileMode(Path.Combine(server.DataPath, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, name);
        }
    }

    [Fact]
    public async Task GivenCredentials_AreNeverPrinted()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using RawCatalog catalog = RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey);

        await WaitForAsync(server, "PyIceberg");
        (await catalog.GetAsync("/namespaces")).Status.ShouldBe(200);
        server.Output.ShouldContain("Bootstrap:PlanasonixKey");
        server.Output.ShouldContain("Bootstrap:AIStorAccessKey");
        server.Output.ShouldNotContain(server.PlanasonixKey);
        server.Output.ShouldNotContain(server.AIStorSecretKey);
    }

    [Fact]
    public async Task LaterStart_WithoutItsFile_GoesOn()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(server.DataPath, "bootstrap.json"));
        server.Kill();
        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        using RawCatalog catalog = RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey);

        (await catalog.GetAsync("/namespaces")).Status.ShouldBe(200);
        File.Exists(Path.Combine(server.DataPath, "bootstrap.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task LaterStart_WithOtherCredentials_AddsThemWithAWarning()
    {
        string data = Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
        try
        {
            await using ServerProcess first = await ServerProcess.StartAsync(new ServerProcessOptions { DataPath = data }, TestContext.Current.CancellationToken);
            first.Kill();
            await using ServerProcess second = await ServerProcess.StartAsync(new ServerProcessOptions { DataPath = data }, TestContext.Current.CancellationToken);
            using RawCatalog old = RawCatalog.Planasonix(second.BaseAddress, first.PlanasonixKey);
            using RawCatalog added = RawCatalog.Planasonix(second.BaseAddress, second.PlanasonixKey);
            using RawCatalog addedAIStor = RawCatalog.AIStor(second.BaseAddress, "main", second.AIStorAccessKey, second.AIStorSecretKey);

            await WaitForAsync(second, "listens on");
            (await old.GetAsync("/namespaces")).Status.ShouldBe(200);
            (await added.GetAsync("/namespaces")).Status.ShouldBe(200);
            (await addedAIStor.GetAsync("/namespaces")).Status.ShouldBe(200);
            second.Output.ShouldContain("\"LogLevel\":\"Warning\"");
            second.Output.ShouldContain("Bootstrap:PlanasonixKey");
            second.Output.ShouldNotContain(second.PlanasonixKey);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task FirstStart_KilledMidway_IsCompletedByTheNext()
    {
        for (int round = 0; round < 8; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(new ServerProcessOptions { GiveCredentials = round % 2 == 0, Launch = false }, TestContext.Current.CancellationToken);
            server.Launch();
            await Task.Delay(60 + (round * 60), TestContext.Current.CancellationToken);
            server.Kill();
            await server.StartAgainAsync(TestContext.Current.CancellationToken);
            JsonElement made = Read(Path.Combine(server.DataPath, "bootstrap.json"));
            using RawCatalog planasonix = RawCatalog.Planasonix(server.BaseAddress, made.GetProperty("planasonix").GetProperty("key").GetString()!);
            using RawCatalog aistor = RawCatalog.AIStor(
                server.BaseAddress, "main", made.GetProperty("aistor").GetProperty("accessKey").GetString()!, made.GetProperty("aistor").GetProperty("secretKey").GetString()!);

            (await planasonix.GetAsync("/namespaces")).Status.ShouldBe(200, $"round {round}");
            (await aistor.GetAsync("/namespaces")).Status.ShouldBe(200, $"round {round}");
        }
    }

    [Fact]
    public async Task TwoFirstStarts_OnOneFolder_MakeOneSetOfCredentials()
    {
        string data = Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
        try
        {
            ServerProcessOptions options = new() { DataPath = data, GiveCredentials = false };
            ServerProcess[] servers = await Task.WhenAll(
                ServerProcess.StartAsync(options, TestContext.Current.CancellationToken), ServerProcess.StartAsync(options, TestContext.Current.CancellationToken));
            JsonElement made = Read(Path.Combine(data, "bootstrap.json"));
            foreach (ServerProcess server in servers)
            {
                using RawCatalog planasonix = RawCatalog.Planasonix(server.BaseAddress, made.GetProperty("planasonix").GetProperty("key").GetString()!);
                using RawCatalog aistor = RawCatalog.AIStor(
                    server.BaseAddress, "main", made.GetProperty("aistor").GetProperty("accessKey").GetString()!, made.GetProperty("aistor").GetProperty("secretKey").GetString()!);
                (await planasonix.GetAsync("/namespaces")).Status.ShouldBe(200);
                (await aistor.GetAsync("/namespaces")).Status.ShouldBe(200);
            }

            foreach (ServerProcess server in servers)
            {
                await server.DisposeAsync();
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }

    // The process is ready a moment before its output has reached us.
    private static async Task WaitForAsync(ServerProcess server, string text)
    {
        for (int i = 0; i < 200 && !server.Output.Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }
}
