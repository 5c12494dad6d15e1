using Catalog.Sdk.Errors;
using Catalog.Sdk.Tables;
using Catalog.Testing;

namespace Catalog.Sdk.Tests.Live;

/// <summary>A server that dies and comes back under a client that lives on.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Server_KilledAndBack_ReadsGoOnAndNothingIsLost()
    {
        await using ServerProcess server = await ServerProcess.StartAsync();
        var options = new PlanasonixClientOptions { Endpoint = server.BaseAddress, ApiKey = server.PlanasonixKey };
        using var client = new PlanasonixClient(options);
        var patience = new PlanasonixClientOptions { Endpoint = server.BaseAddress, ApiKey = server.PlanasonixKey };
        (patience.Resilience.MaxRetries, patience.Resilience.MaxDelay, patience.Resilience.BreakerFailureRatio) = (50, TimeSpan.FromMilliseconds(500), 1);
        using var patient = new PlanasonixClient(patience);
        await client.Catalog.CreateNamespaceAsync("sales");

        server.Kill();
        CatalogConnectionException refused = await Should.ThrowAsync<CatalogConnectionException>(() => client.Catalog.CreateTableAsync(
            "sales", new CreateTableRequest { Name = "t", Schema = Schema.Parse("""{"type":"struct","fields":[{"id":1,"name":"a","required":false,"type":"int"}]}""") }));
        Task<Namespaces.NamespaceInfo> reading = patient.Catalog.GetNamespaceAsync("sales");
        await server.StartAgainAsync();

        refused.MayHaveBeenApplied.ShouldBeFalse();
        (await reading).Namespace.ShouldBe("sales");
        (await client.Catalog.ListTablesAsync("sales").CountAsync()).ShouldBe(0);
    }
}
