using Catalog.Sdk.Generated;
using Catalog.Sdk.Http;
using Catalog.Sdk.Tests.Wire;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Catalog.Sdk.Tests.Http;

/// <summary>The hand-written paths are those of the contract: the generated client's request builders make the same.</summary>
public sealed class RouteTests
{
    private static readonly CatalogApiClient Api = new(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = "http://h" });

    public static TheoryData<string, string> Names => new()
    {
        { "db", "orders" },
        { "a\u001Fb\u001Fc", "t" },
        { "a/b", "x y" },
        { "a+b", "50%" },
        { "ä", "naïve?#:\"\\" },
        { "a%1Fb", "%2e%2e" },
        { "a.", ".t" },
        { "...", "~!'()*" },
        { "日本", "😀" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Routes_OfPlanasonix_AreTheContracts(string joined, string tableName)
    {
        var ns = new NamespaceName(joined.Split('\u001F'));
        var table = new TableIdentifier(ns, tableName);
        IcebergRoutes routes = IcebergRoutes.Planasonix("ware house");
        Generated.V1.Namespaces.NamespacesRequestBuilder namespaces = Api.V1.Namespaces;

        Same(routes.Config, Api.V1.Config.ToGetRequestInformation(c => c.QueryParameters.Warehouse = "ware house"));
        Same(routes.Namespaces, namespaces.ToGetRequestInformation());
        Same(routes.Namespace(ns), namespaces[joined].ToGetRequestInformation());
        Same(routes.Properties(ns), namespaces[joined].Properties.ToPostRequestInformation(new()));
        Same(routes.Register(ns), namespaces[joined].Register.ToPostRequestInformation(new()));
        Same(routes.Tables(ns), namespaces[joined].Tables.ToGetRequestInformation());
        Same(routes.Table(table), namespaces[joined].Tables[tableName].ToGetRequestInformation());
        Same(routes.Metrics(table), namespaces[joined].Tables[tableName].Metrics.ToPostRequestInformation(new()));
        Same(routes.Rename, Api.V1.Tables.Rename.ToPostRequestInformation(new()));
        Same(routes.Transaction, Api.V1.Transactions.Commit.ToPostRequestInformation(new()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Routes_OfAIStor_AreTheContracts(string joined, string tableName)
    {
        var ns = new NamespaceName(joined.Split('\u001F'));
        var table = new TableIdentifier(ns, tableName);
        IcebergRoutes routes = IcebergRoutes.AIStor("my-lake");
        Generated.Iceberg.V1.Item.WithWarehouseItemRequestBuilder root = Api.Iceberg.V1["my-lake"];

        Same(routes.Config, root.Config.ToGetRequestInformation());
        Same(routes.Namespaces, root.Namespaces.ToGetRequestInformation());
        Same(routes.Namespace(ns), root.Namespaces[joined].ToGetRequestInformation());
        Same(routes.Properties(ns), root.Namespaces[joined].Properties.ToPostRequestInformation(new()));
        Same(routes.Register(ns), root.Namespaces[joined].Register.ToPostRequestInformation(new()));
        Same(routes.Tables(ns), root.Namespaces[joined].Tables.ToGetRequestInformation());
        Same(routes.Table(table), root.Namespaces[joined].Tables[tableName].ToGetRequestInformation());
        Same(routes.Metrics(table), root.Namespaces[joined].Tables[tableName].Metrics.ToPostRequestInformation(new()));
        Same(routes.Rename, root.Tables.Rename.ToPostRequestInformation(new()));
        Same(routes.Transaction, root.Transactions.Commit.ToPostRequestInformation(new()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Load_OfAnyName_GoesOutAsTheRouteSays(string joined, string tableName)
    {
        var server = new ScriptedServer();
        server.When(_ => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(server);
        var table = new TableIdentifier(new NamespaceName(joined.Split('\u001F')), tableName);

        await client.Catalog.LoadTableAsync(table);
        await client.Api.V1.Namespaces[joined].Tables[tableName].GetAsync();

        server.Requests[0].Target.ShouldBe(IcebergRoutes.Planasonix(null).Table(table));
        server.Requests[1].Target.ShouldBe(server.Requests[0].Target);
    }

    [Fact]
    public async Task GeneratedClient_OneNameInPathAndQuery_FillsBoth()
    {
        var server = new ScriptedServer();
        server.WithoutIdempotency();
        using AIStorTablesClient client = TestClient.AIStor(server);

        await client.Api.Iceberg.V1["lake"].Config.GetAsync(c => c.QueryParameters.Warehouse = "lake");

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/_iceberg/v1/lake/config?warehouse=lake");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\u001Fb")]
    public void Name_ThatWouldWalkUpThePath_IsRefused(string name)
    {
        Should.Throw<ArgumentException>(() => new NamespaceName(name));
        Should.Throw<ArgumentException>(() => new NamespaceName("a", name));
        Should.Throw<ArgumentException>(() => new TableIdentifier("a", name));
        Should.Throw<ArgumentException>(() => IcebergRoutes.AIStor(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task GeneratedClient_ValueThatWouldWalkUpThePath_IsRefusedBeforeTheCall(string name)
    {
        var server = new ScriptedServer();
        using PlanasonixClient client = TestClient.Planasonix(server);

        await Should.ThrowAsync<ArgumentException>(() => client.Api.V1.Namespaces[name].GetAsync());
        await Should.ThrowAsync<ArgumentException>(() => client.Api.V1.Namespaces["db"].Tables[name].DeleteAsync());

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://h:1", "/v1/config")]
    [InlineData("http://h:1/", "/v1/config")]
    [InlineData("http://h:1/v1", "/v1/config")]
    [InlineData("http://h:1/v1/", "/v1/config")]
    [InlineData("http://h:1/lake/", "/lake/v1/config")]
    public async Task Endpoint_WithAPath_KeepsItOnce(string endpoint, string expected)
    {
        var server = new ScriptedServer();
        server.WithoutIdempotency();
        using PlanasonixClient client = TestClient.Planasonix(server, configure: o => o.Endpoint = new Uri(endpoint));

        await client.Catalog.GetConfigAsync();
        await client.Api.V1.Config.GetAsync();

        server.Requests.ShouldAllBe(r => r.Target == expected);
        server.Requests.Count.ShouldBe(2);
    }

    private static void Same(string route, RequestInformation generated)
    {
        generated.PathParameters["baseurl"] = "http://h";
        generated.URI.AbsoluteUri.ShouldBe(new Uri("http://h" + route).AbsoluteUri);
        generated.URI.PathAndQuery.ShouldBe(route);
    }
}
