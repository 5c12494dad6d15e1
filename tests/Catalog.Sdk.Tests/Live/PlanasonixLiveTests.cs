using Catalog.Sdk.Authentication;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Tests.Live;

[Collection(LiveServer.Collection)]
public sealed class PlanasonixLiveTests(LiveServer server) : TableCatalogSuite(server)
{
    protected override ICatalogClient Create(HttpMessageHandler? handler = null, Action<CatalogClientOptions>? configure = null) => Server.CreatePlanasonix(handler, configure);

    [Fact]
    public async Task Token_Exchanged_IsGoodForAnHourAndSentAlone()
    {
        using PlanasonixClient client = Server.CreatePlanasonix();

        AccessToken token = await client.ExchangeTokenAsync();

        (token.ExpiresAt - DateTimeOffset.UtcNow)!.Value.ShouldBeInRange(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
        using PlanasonixClient second = Server.CreatePlanasonix(configure: o => (o.ApiKey, o.Token) = (null, token.Value));
        (await second.Catalog.GetConfigAsync()).Defaults["warehouse"].ShouldBe("main");
        using PlanasonixClient third = Server.CreatePlanasonix(configure: o => o.ExchangeApiKey = false);
        (await third.Catalog.GetConfigAsync()).GetIdempotencyKeyLifetime()!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Key_Wrong_IsNotAuthenticated()
    {
        using PlanasonixClient client = Server.CreatePlanasonix(configure: o => o.ApiKey = "flx_00000000000000000000");

        await Should.ThrowAsync<NotAuthenticatedException>(() => client.Catalog.GetConfigAsync());
    }

    [Theory]
    [InlineData("a b/ö%+", "t?#:\"\\ .")]
    [InlineData("a%1Fb", "...")]
    [InlineData("x.y", "日本")]
    [InlineData("plus+", "%2e%2e")]
    public async Task Names_OfAnyKind_ComeBackUnchanged(string level, string tableName)
    {
        using PlanasonixClient client = Server.CreatePlanasonix();
        NamespaceName outer = NewName();
        var inner = new NamespaceName(outer.Levels[0], level);
        await client.Catalog.CreateNamespaceAsync(outer);
        await client.Catalog.CreateNamespaceAsync(inner);

        await client.Catalog.CreateTableAsync(inner, Request(tableName));

        (await client.Catalog.ListNamespacesAsync(outer).SingleAsync()).ShouldBe(inner);
        TableIdentifier listed = await client.Catalog.ListTablesAsync(inner).SingleAsync();
        listed.ShouldBe(new TableIdentifier(inner, tableName));
        (await client.Catalog.LoadTableAsync(listed)).Metadata.CurrentSchema.Fields.Count.ShouldBe(5);
        Generated.Models.LoadTableResult? typed = await client.Api.V1.Namespaces[string.Join('\u001F', inner.Levels)].Tables[tableName].GetAsync();
        typed!.Metadata!.Schemas!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GeneratedClient_MissingTable_ThrowsItsTypedError()
    {
        using PlanasonixClient client = Server.CreatePlanasonix();

        Generated.Models.IcebergErrorResponse error = await Should.ThrowAsync<Generated.Models.IcebergErrorResponse>(
            () => client.Api.V1.Namespaces["nowhere"].Tables["nothing"].GetAsync());

        (error.ResponseStatusCode, error.Error!.Type).ShouldBe((404, "NoSuchTableException"));
    }

    [Fact]
    public async Task Location_OfTheCallers_OutsideTheWarehouse_IsRefused()
    {
        using PlanasonixClient client = Server.CreatePlanasonix();
        NamespaceName name = NewName();
        await client.Catalog.CreateNamespaceAsync(name);

        CatalogException error = await Should.ThrowAsync<CatalogException>(
            () => client.Catalog.CreateTableAsync(name, Request("t") with { Location = "file:///etc/passwd" }));

        error.ShouldBeOfType<InvalidRequestException>();
    }
}
