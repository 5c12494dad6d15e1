using Amazon.Runtime;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Warehouses;

namespace Catalog.Sdk.Tests.Live;

[Collection(LiveServer.Collection)]
public sealed class AIStorLiveTests(LiveServer server) : TableCatalogSuite(server)
{
    protected override ICatalogClient Create(HttpMessageHandler? handler = null, Action<CatalogClientOptions>? configure = null) => Server.CreateAIStor(handler: handler, configure: configure);

    [Fact]
    public async Task Warehouses_LifeOfOne()
    {
        using AIStorTablesClient client = Server.CreateAIStor();
        string name = $"w-{Guid.NewGuid():N}"[..20];

        (await client.Warehouses.CreateWarehouseAsync(name)).Name.ShouldBe(name);
        await Should.ThrowAsync<AlreadyExistsException>(() => client.Warehouses.CreateWarehouseAsync(name));
        Warehouse warehouse = await client.Warehouses.GetWarehouseAsync(name);
        Guid.Parse(warehouse.Uuid!).ShouldNotBe(Guid.Empty);
        warehouse.CreatedAt.ShouldNotBeNull();
        (await client.Warehouses.ListWarehousesAsync(pageSize: 1).ToListAsync()).ShouldContain(name);

        using AIStorTablesClient inside = Server.CreateAIStor(name);
        await inside.Catalog.CreateNamespaceAsync("sales");
        await Should.ThrowAsync<NotEmptyException>(() => client.Warehouses.DropWarehouseAsync(name));
        await inside.Catalog.DropNamespaceAsync("sales");
        await client.Warehouses.DropWarehouseAsync(name);

        await Should.ThrowAsync<NoSuchWarehouseException>(() => client.Warehouses.GetWarehouseAsync(name));
        await Should.ThrowAsync<NoSuchWarehouseException>(() => inside.Catalog.GetConfigAsync());
    }

    [Theory]
    [InlineData("s3tables", "us-east-1")]
    [InlineData("s3tables", "eu-central-1")]
    [InlineData("s3", "us-east-1")]
    [InlineData("s3tables", "my-own-region")]
    public async Task Signature_OfServiceAndRegion_IsGood(string service, string region)
    {
        using AIStorTablesClient client = Server.CreateAIStor(configure: o => (o.SigningName, o.Region) = (service, region));
        NamespaceName outer = NewName();
        var inner = new NamespaceName(outer.Levels[0], "inner");

        await client.Catalog.CreateNamespaceAsync(outer);
        await client.Catalog.CreateNamespaceAsync(inner, new Dictionary<string, string> { ["a"] = "ä" });

        (await client.Catalog.GetNamespaceAsync(inner)).Namespace.ShouldBe(inner);
        (await client.Catalog.ListNamespacesAsync(outer, pageSize: 1).SingleAsync()).ShouldBe(inner);
        (await client.Api.Iceberg.V1["main"].Namespaces[string.Join('\u001F', inner.Levels)].GetAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Signature_OfARepeatedRequest_IsMadeAnew()
    {
        using var faulty = new RefusingHandler();
        using AIStorTablesClient client = Server.CreateAIStor(handler: faulty);
        NamespaceName name = NewName();

        await client.Catalog.CreateNamespaceAsync(name, new Dictionary<string, string> { ["a"] = "b" });

        string[] signatures = [.. faulty.Authorizations.TakeLast(2)];
        signatures[1].ShouldNotBe(signatures[0]);
        (await client.Catalog.GetNamespaceAsync(name)).Properties["a"].ShouldBe("b");
    }

    [Fact]
    public async Task Secret_Wrong_IsNotAuthenticated()
    {
        using AIStorTablesClient client = Server.CreateAIStor(configure: o => o.Credentials = new BasicAWSCredentials(Server.Process.AIStorAccessKey, "wrong"));

        (await Should.ThrowAsync<NotAuthenticatedException>(() => client.Catalog.GetConfigAsync())).ErrorType.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Table_OfTheOtherSurface_IsSeen()
    {
        using AIStorTablesClient client = Server.CreateAIStor();
        using PlanasonixClient other = Server.CreatePlanasonix();
        TableIdentifier table = await NewTableAsync(client.Catalog);

        Table seen = await other.Catalog.LoadTableAsync(table);

        seen.GetMetadataJson().ShouldBe((await client.Catalog.LoadTableAsync(table)).GetMetadataJson());
    }
}
