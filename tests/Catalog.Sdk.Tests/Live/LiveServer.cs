using Amazon.Runtime;
using Catalog.Testing;

namespace Catalog.Sdk.Tests.Live;

/// <summary>One real server for the tests that speak to one.</summary>
public sealed class LiveServer : IAsyncLifetime
{
    public const string Collection = "Live server";

    public ServerProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Process = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    public PlanasonixClient CreatePlanasonix(HttpMessageHandler? handler = null, Action<PlanasonixClientOptions>? configure = null)
    {
        var options = new PlanasonixClientOptions { Endpoint = Process.BaseAddress, ApiKey = Process.PlanasonixKey };
        configure?.Invoke(options);
        return new PlanasonixClient(options, handler is null ? null : new HttpClient(handler));
    }

    public AIStorTablesClient CreateAIStor(string warehouse = "main", HttpMessageHandler? handler = null, Action<AIStorTablesClientOptions>? configure = null)
    {
        var options = new AIStorTablesClientOptions
        {
            Endpoint = Process.BaseAddress,
            Warehouse = warehouse,
            Credentials = new BasicAWSCredentials(Process.AIStorAccessKey, Process.AIStorSecretKey),
        };
        configure?.Invoke(options);
        return new AIStorTablesClient(options, handler is null ? null : new HttpClient(handler));
    }
}

[CollectionDefinition(LiveServer.Collection)]
public sealed class LiveServerDefinition : ICollectionFixture<LiveServer>;
