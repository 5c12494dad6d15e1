using System.Diagnostics;
using Catalog.Clients.Tests.Python;
using Catalog.Clients.Tests.Scenarios;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.Schemathesis;

/// <summary>schemathesis makes requests from the contract that the server itself serves, and checks every answer against it.</summary>
public sealed class SchemathesisTests(ITestOutputHelper output)
{
    private const string Checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

    [Theory]
    [InlineData("planasonix")]
    [InlineData("aistor-tables")]
    public async Task Answers_ToGeneratedRequests_KeepTheContract(string document)
    {
        (string? python, string reason) = await PythonEnvironment.PrepareAsync();
        Assert.SkipWhen(python is null, reason);
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await PrepareAsync(server);
        string url = server.BaseAddress.GetLeftPart(UriPartial.Authority);
        string examples = Environment.GetEnvironmentVariable("CATALOG_TEST_EXAMPLES") ?? "6";
        ProcessStartInfo start = new(Path.Combine(Path.GetDirectoryName(python)!, "schemathesis"),
        [
            "run", $"{url}/openapi/{document}.yaml", "--url", url, "--checks", Checks, "--phases", "examples,fuzzing", "--mode", "all",
            "--max-examples", examples, "--seed", "1", "--no-color", "--suppress-health-check", "all", "--request-timeout", "20",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateTempSubdirectory("catalog-schemathesis-").FullName,
        };
        (document == "planasonix" ? ClientLogin.Bearer : ClientLogin.SigV4).Fill(start.Environment, server);
        start.Environment["SCHEMATHESIS_HOOKS"] = "schemathesis_hooks";
        start.Environment["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "Python");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(start.WorkingDirectory, recursive: true);
        output.WriteLine(text[Math.Max(0, text.Length - 2000)..]);
        process.ExitCode.ShouldBe(0, text + await error);
    }

    /// <summary>The namespaces and tables that the hooks point at: several, since generated requests drop them too.</summary>
    private static async Task PrepareAsync(ServerProcess server)
    {
        using RawCatalog catalog = RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey);
        for (int i = 1; i < 5; i++)
        {
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { $"st_{i}" } })).Status.ShouldBe(200);
            (await catalog.PostAsync($"/namespaces/st_{i}/tables", """{"name":"t","schema":{"type":"struct","fields":[{"id":1,"name":"id","required":true,"type":"long"}]}}""")).Status.ShouldBe(200);
        }
    }
}
