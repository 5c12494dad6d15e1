using System.Net;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Tests.Wire;
using NSubstitute;

namespace Catalog.Sdk.Tests.Clients;

public sealed class ClientTests
{
    [Fact]
    public async Task Catalog_OfATest_TakesItsPlace()
    {
        ITableCatalog catalog = Substitute.For<ITableCatalog>();
        catalog.ListTablesAsync("db").Returns(CatalogModelFactory.Pageable<TableIdentifier>(["db.a", "db.b"]));
        catalog.LoadTableAsync("db.a").Returns(new Table("db.a", new TableMetadata { FormatVersion = 2, Schemas = [Schema.Parse("""{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"a","required":false,"type":"int"}]}""")] }));
        ICatalogClient client = Substitute.For<ICatalogClient>();
        client.Catalog.Returns(catalog);

        (await client.Catalog.ListTablesAsync("db").CountAsync()).ShouldBe(2);
        (await client.Catalog.LoadTableAsync("db.a")).Metadata.CurrentSchema.Fields.Single().Name.ShouldBe("a");
    }

    [Theory]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task Exists_ServerWithoutHead_IsAskedByGet(HttpStatusCode status)
    {
        var server = new ScriptedServer();
        server.When(r => r.Method == "HEAD" ? new HttpResponseMessage(status) : r.Target.EndsWith("/db", StringComparison.Ordinal) ? ScriptedServer.Json("""{"namespace":["db"]}""") : null);
        using PlanasonixClient client = TestClient.Planasonix(server);

        (await client.Catalog.NamespaceExistsAsync("db")).ShouldBeTrue();
        (await client.Catalog.TableExistsAsync("db.t")).ShouldBeFalse();
    }

    [Fact]
    public async Task Load_AsksForSnapshotsAndAccess()
    {
        var server = new ScriptedServer();
        server.When(_ => ScriptedServer.Json(Metadata.Table()));
        using AIStorTablesClient client = TestClient.AIStor(server);

        await client.Catalog.LoadTableAsync("db.t", new LoadTableOptions { Snapshots = SnapshotMode.Refs, AccessDelegation = AccessDelegation.VendedCredentials | AccessDelegation.RemoteSigning });

        server.Requests[0].Target.ShouldBe("/_iceberg/v1/lake/namespaces/db/tables/t?snapshots=refs");
        server.Requests[0].Header("X-Iceberg-Access-Delegation").ShouldBe("vended-credentials,remote-signing");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drop_AlwaysSaysWhetherFilesGo(bool purge)
    {
        var server = new ScriptedServer();
        server.WithoutIdempotency().On("DELETE", "/t", () => new HttpResponseMessage(HttpStatusCode.NoContent));
        using AIStorTablesClient client = TestClient.AIStor(server);

        await client.Catalog.DropTableAsync("db.t", purge);

        server.Requests[^1].Target.ShouldBe($"/_iceberg/v1/lake/namespaces/db/tables/t?purgeRequested={(purge ? "true" : "false")}");
    }
}
