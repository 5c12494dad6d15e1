using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class PageTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task List_InPages_GivesEachEntryOnce()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await WithTables(catalog, "a", 7);

        var seen = new List<string>();
        string? token = "";
        do
        {
            Page<string> page = catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(token, 3));
            page.Items.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Items);
            token = page.NextToken;
        }
        while (token is not null);

        seen.ShouldBe(Enumerable.Range(0, 7).Select(static i => $"t{i}"));
        catalog.Tables.List(operation.Warehouse, Ns("a"), PageRequest.All).Items.Count.ShouldBe(7);
        catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(null, 7)).NextToken.ShouldBeNull();
        catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest("", 5000)).Items.Count.ShouldBe(7);
    }

    [Fact]
    public async Task List_EntriesComeAndGoMeanwhile_PageGoesOnAfterTheLast()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await WithTables(catalog, "a", 4);
        Page<string> first = catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest("", 2));
        await catalog.Tables.DropAsync(operation, Named("a", "t1"));
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t00"));

        catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(first.NextToken, 5)).Items.ShouldBe(["t2", "t3"]);
    }

    [Fact]
    public async Task List_ForeignOrAlteredToken_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await WithTables(catalog, "a", 3);
        await catalog.Namespaces.CreateAsync(operation, Ns("b"), None);
        await catalog.Namespaces.CreateAsync(operation, Ns("c"), None);
        string ofTables = catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest("", 1)).NextToken!;
        string ofNamespaces = catalog.Namespaces.List(operation.Warehouse, null, new PageRequest("", 1)).NextToken!;
        Operation other = await catalog.OperationAsync(warehouse: "other");
        await catalog.Namespaces.CreateAsync(other, Ns("a"), None);

        foreach (string bad in (string[])[ofNamespaces, ofTables[..^2], ofTables + "AA", "x" + ofTables[1..], "!!", "t0"])
        {
            Should.Throw<InvalidRequestException>(() => catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(bad, 1))).Field.ShouldBe("pageToken");
        }

        Should.Throw<InvalidRequestException>(() => catalog.Tables.List(operation.Warehouse, Ns("b"), new PageRequest(ofTables, 1)));
        Should.Throw<InvalidRequestException>(() => catalog.Tables.List(other.Warehouse, Ns("a"), new PageRequest(ofTables, 1)));
        Should.Throw<InvalidRequestException>(() => catalog.Warehouses.List(new PageRequest(ofTables, 1)));
        Should.Throw<InvalidRequestException>(() => catalog.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(null, 0)));
    }

    [Fact]
    public async Task List_TokenOfAnotherServerOnTheDatabase_IsUnderstood()
    {
        await using var one = new CatalogFixture();
        Operation operation = await WithTables(one, "a", 3);
        string token = one.Tables.List(operation.Warehouse, Ns("a"), new PageRequest("", 1)).NextToken!;
        await using var two = new CatalogFixture(one.Folder);

        two.Tables.List(operation.Warehouse, Ns("a"), new PageRequest(token, 1)).Items.ShouldBe(["t1"]);
    }

    private static async Task<Operation> WithTables(CatalogFixture catalog, string ns, int count)
    {
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns(ns), None);
        for (int i = 0; i < count; i++)
        {
            await catalog.Tables.CreateAsync(operation, Ns(ns), Create($"t{i}"));
        }

        return operation;
    }
}
