using System.Diagnostics;
using Catalog.Testing;

namespace Catalog.Server.Tests.CommandLine;

public sealed class ProgramTests
{
    [Fact]
    public async Task Help_NamesVerbsAndSettings()
    {
        (int code, string output, _) = await RunAsync("--help");

        code.ShouldBe(0);
        foreach (string expected in (string[])["serve", "healthcheck", "--urls", "--Data:Path", "--Bootstrap:PlanasonixKey", "--Limits:BodyBytes"])
        {
            output.ShouldContain(expected);
        }
    }

    [Fact]
    public async Task Version_IsANumber()
    {
        (int code, string output, _) = await RunAsync("--version");

        code.ShouldBe(0);
        Version.TryParse(output.Trim().Split('-')[0], out _).ShouldBeTrue(output);
    }

    [Fact]
    public async Task UnknownVerb_Fails()
    {
        (int code, _, string error) = await RunAsync("dance");

        code.ShouldNotBe(0);
        error.ShouldContain("dance");
    }

    [Fact]
    public async Task WrongSettings_AreAllNamedAndNothingIsMade()
    {
        string data = Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
        (int code, _, string error) = await RunAsync(
            "serve", "--urls", "nonsense", "--Data:Path", data, "--Limits:BodyBytes", "-1", "--Bootstrap:PlanasonixKey", "tooshort");

        code.ShouldNotBe(0);
        error.ShouldContain("urls");
        error.ShouldContain("Limits:BodyBytes");
        error.ShouldContain("Bootstrap:PlanasonixKey");
        error.ShouldNotContain("tooshort");
        Directory.Exists(data).ShouldBeFalse();
    }

    [Fact]
    public async Task AddressInUse_FailsWithAMessage()
    {
        await using ServerProcess first = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        string data = Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
        try
        {
            (int code, _, string error) = await RunAsync("--urls", first.BaseAddress.ToString(), "--Data:Path", data);

            code.ShouldNotBe(0);
            error.ShouldContain("in use");
            error.ShouldNotContain("   at ");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task HealthCheck_AsksTheServer()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        string url = server.BaseAddress.GetLeftPart(UriPartial.Authority);

        (int up, _, _) = await RunAsync("healthcheck", "--urls", url);
        server.Kill();
        (int down, _, string error) = await RunAsync("healthcheck", "--urls", url);

        up.ShouldBe(0);
        down.ShouldNotBe(0);
        error.ShouldContain(url);
    }

    [Fact]
    public async Task Environment_GivesSettingsToo()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(
            new ServerProcessOptions { Environment = new Dictionary<string, string> { ["Limits__BodyBytes"] = "2048" } }, TestContext.Current.CancellationToken);
        using HttpClient client = server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", server.PlanasonixKey);
        using StringContent body = new("{\"namespace\":[\"" + new string('a', 4096) + "\"]}", System.Text.Encoding.UTF8, "application/json");

        using HttpResponseMessage answer = await client.PostAsync(new Uri("/v1/namespaces", UriKind.Relative), body, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(413);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [SourceTree.ServerAssembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await output, await error);
    }
}
