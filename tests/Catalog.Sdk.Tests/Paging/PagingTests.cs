using Catalog.Sdk.Errors;
using Catalog.Sdk.Tests.Wire;

namespace Catalog.Sdk.Tests.Paging;

public sealed class PagingTests
{
    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task List_SeveralPages_AreReadAsAskedFor()
    {
        _server.On("GET", "/tables", () => Page("a", "t 1"), () => Page("b", "t2"), () => Page("c", null));
        using PlanasonixClient client = TestClient.Planasonix(_server);
        List<string> names = [];

        await foreach (TableIdentifier table in client.Catalog.ListTablesAsync("db", pageSize: 1))
        {
            names.Add(table.Name);
            _server.Requests.Count.ShouldBe(names.Count);
        }

        names.ShouldBe(["a", "b", "c"]);
        _server.Requests.Select(r => r.Target).ShouldBe(
            ["/v1/namespaces/db/tables?pageSize=1", "/v1/namespaces/db/tables?pageToken=t%201&pageSize=1", "/v1/namespaces/db/tables?pageToken=t2&pageSize=1"]);
    }

    [Fact]
    public async Task List_StoppedEarly_ReadsNoMore()
    {
        _server.On("GET", "/tables", () => Page("a", "t1"));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        await foreach (TableIdentifier _ in client.Catalog.ListTablesAsync("db"))
        {
            break;
        }

        _server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/namespaces/db/tables?pageSize=1000");
    }

    [Fact]
    public async Task List_TokenRepeats_IsToldApartFromALongList()
    {
        _server.On("GET", "/tables", () => Page("a", "t1"), () => Page("b", "t2"), () => Page("a", "t1"));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        (await Should.ThrowAsync<UnexpectedResponseException>(async () => await client.Catalog.ListTablesAsync("db").CountAsync())).Message.ShouldContain("second time");

        _server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task List_EmptyToken_IsTheEnd()
    {
        _server.On("GET", "/tables", () => Page("a", ""));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        (await client.Catalog.ListTablesAsync("db").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task AsPages_FromAToken_GoesOnThere()
    {
        _server.On("GET", "/tables", () => Page("b", "t3"));
        using PlanasonixClient client = TestClient.Planasonix(_server, configure: o => o.PageSize = null);

        Page<TableIdentifier> page = await client.Catalog.ListTablesAsync("db").AsPages("t2").FirstAsync();

        page.ContinuationToken.ShouldBe("t3");
        page.Values.ShouldBe([TableIdentifier.Parse("db.b")]);
        _server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/namespaces/db/tables?pageToken=t2");
    }

    [Fact]
    public async Task Namespaces_OfAParent_NameItByItsSeparator()
    {
        _server.On("GET", "/namespaces", () => ScriptedServer.Json("""{"namespaces":[["a","b","c.d"]]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, configure: o => o.PageSize = null);

        NamespaceName name = await client.Catalog.ListNamespacesAsync("a.b").SingleAsync();

        name.ToString().ShouldBe(@"a.b.c\.d");
        _server.Requests.ShouldHaveSingleItem().Target.ShouldBe("/v1/namespaces?parent=a%1Fb");
    }

    [Fact]
    public async Task Factory_PagesOfATest_BehaveAsThoseOfAServer()
    {
        AsyncPageable<int> list = CatalogModelFactory.Pageable(new Page<int>([1, 2], "x"), new Page<int>([3], null));

        (await list.ToListAsync()).ShouldBe([1, 2, 3]);
        (await list.AsPages("x").SingleAsync()).Values.ShouldBe([3]);
    }

    private static HttpResponseMessage Page(string table, string? next) =>
        ScriptedServer.Json($$"""{"identifiers":[{"namespace":["db"],"name":"{{table}}"}],"next-page-token":{{(next is null ? "null" : $"\"{next}\"")}} }""");
}
