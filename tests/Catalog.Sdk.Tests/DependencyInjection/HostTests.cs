using Amazon.Runtime;
using Catalog.Sdk.Authentication;
using Catalog.Sdk.Tests.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Catalog.Sdk.Tests.DependencyInjection;

/// <summary>Clients in a host: settings, keys, checks at the start.</summary>
public sealed class HostTests
{
    private readonly ScriptedServer _server = new();

    public HostTests() => _server.When(_ => ScriptedServer.Json("""{"namespace":["sales"]}"""));

    [Fact]
    public async Task AddPlanasonix_SettingsOfTheSection_AreBound()
    {
        await using ServiceProvider services = Host(new()
        {
            ["Planasonix:prod:Endpoint"] = "http://catalog.test:8181",
            ["Planasonix:prod:Token"] = "T9",
            ["Planasonix:prod:PageSize"] = "50",
            ["Planasonix:prod:AllowedHosts:0"] = "other.test",
            ["Planasonix:prod:Resilience:MaxRetries"] = "7",
            ["Planasonix:prod:Resilience:TotalTimeout"] = "00:05:00",
            ["Planasonix:prod:CommitRetry:MaxRetries"] = "9",
        }, s => s.AddPlanasonix("prod", o => o.ApplicationName = "Host/1").Http.ConfigurePrimaryHttpMessageHandler(() => _server));

        PlanasonixClientOptions options = services.GetRequiredService<IOptionsMonitor<PlanasonixClientOptions>>().Get("prod");
        options.PageSize.ShouldBe(50);
        options.AllowedHosts.ShouldBe(["other.test"]);
        options.Resilience.MaxRetries.ShouldBe(7);
        options.Resilience.TotalTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        options.CommitRetry.MaxRetries.ShouldBe(9);
        await services.GetRequiredKeyedService<ITableCatalog>("prod").GetNamespaceAsync("sales");

        RecordedRequest sent = _server.Requests.ShouldHaveSingleItem();
        sent.Header("Authorization").ShouldBe("Bearer T9");
        sent.Header("User-Agent")!.ShouldStartWith("Host/1");
    }

    [Fact]
    public async Task Clients_OfSeveralNames_AreKeptApart()
    {
        await using ServiceProvider services = Host([], s =>
        {
            s.AddPlanasonix("a", o => o.Endpoint = TestClient.Endpoint).AddBearerToken((_, _) => Task.FromResult(new AccessToken("A"))).Http.ConfigurePrimaryHttpMessageHandler(() => _server);
            s.AddPlanasonix("b", o => o.Endpoint = TestClient.Endpoint).AddBearerToken((_, _) => Task.FromResult(new AccessToken("B"))).Http.ConfigurePrimaryHttpMessageHandler(() => _server);
            s.AddAIStorTables("lake", o => (o.Endpoint, o.Warehouse) = (TestClient.Endpoint, "lake")).AddAwsSigV4(new BasicAWSCredentials("AK", "SK"), "eu-west-1").Http.ConfigurePrimaryHttpMessageHandler(() => _server);
        });

        await services.GetRequiredKeyedService<PlanasonixClient>("a").Catalog.GetNamespaceAsync("sales");
        await services.GetRequiredKeyedService<ICatalogClient>("b").Catalog.GetNamespaceAsync("sales");
        await services.GetRequiredKeyedService<ITableCatalog>("lake").GetNamespaceAsync("sales");

        _server.Requests.Select(r => r.Header("Authorization")!.Split('/')[0]).ShouldBe(["Bearer A", "Bearer B", "AWS4-HMAC-SHA256 Credential=AK"]);
        _server.Requests[2].Header("Authorization")!.ShouldContain("/eu-west-1/s3tables/aws4_request");
        services.GetRequiredService<PlanasonixClient>().ShouldBeSameAs(services.GetRequiredKeyedService<PlanasonixClient>("a"));
        services.GetRequiredKeyedService<PlanasonixClient>("a").ShouldBeSameAs(services.GetRequiredKeyedService<ICatalogClient>("a"));
    }

    [Fact]
    public void Start_BadSettings_NamesEachFailure()
    {
        using ServiceProvider services = Host(new() { ["Planasonix:prod:PageSize"] = "0" }, s =>
        {
            s.AddPlanasonix("prod");
            s.AddAIStorTables("lake", o => (o.Endpoint, o.AccessKey) = (new Uri("ftp://x"), "AK"));
        });

        AggregateException error = Should.Throw<AggregateException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        error.Message.ShouldContain("'prod': Endpoint");
        error.Message.ShouldContain("'prod': Either ApiKey, Token or TokenSource");
        error.Message.ShouldContain("'prod': PageSize");
        error.Message.ShouldContain("'lake': Endpoint");
        error.Message.ShouldContain("'lake': Warehouse");
        error.Message.ShouldContain("'lake': SecretKey");
    }

    [Fact]
    public void Constructor_BadSettings_NamesEachFailure() =>
        Should.Throw<ArgumentException>(() => new PlanasonixClient(new PlanasonixClientOptions { PageSize = 0 })).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("Endpoint"), m => m.ShouldContain("ApiKey"), m => m.ShouldContain("PageSize"));

    private static ServiceProvider Host(Dictionary<string, string?> settings, Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
