using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class WarehouseServiceTests
{
    [Fact]
    public async Task Create_GetList_AgreeAndTheBucketIsThere()
    {
        await using var catalog = new CatalogFixture();
        Warehouse made = await Make(catalog, "lake", properties: new Dictionary<string, string> { ["owner"] = "data" });
        await Make(catalog, "alpha");

        Warehouse found = catalog.Warehouses.Get("lake");
        found.Uuid.ShouldBe(made.Uuid);
        found.Bucket.ShouldBe("lake");
        found.Properties["owner"].ShouldBe("data");
        found.Location.ShouldStartWith("file:///");
        Directory.Exists(PathOf(found.Location)).ShouldBeTrue();
        catalog.Warehouses.List(PageRequest.All).Items.Select(static warehouse => warehouse.Name).ShouldBe(["alpha", "lake"]);
        Should.Throw<NoSuchWarehouseException>(() => catalog.Warehouses.Get("none")).Message.ShouldBe("Warehouse does not exist: none");
        await Should.ThrowAsync<WarehouseAlreadyExistsException>(() => Make(catalog, "lake"));
    }

    [Fact]
    public async Task Create_OnABucketThatExists_NeedsUpgradeExisting()
    {
        await using var catalog = new CatalogFixture();
        Warehouse made = await Make(catalog, "lake");
        File.WriteAllText(Path.Combine(PathOf(made.Location), "data.parquet"), "x");
        await catalog.Warehouses.DropAsync(Tester, "lake", preserveBucket: true);

        await Should.ThrowAsync<WarehouseAlreadyExistsException>(() => Make(catalog, "lake"));
        Warehouse again = await catalog.Warehouses.CreateAsync(SurfaceRules.AIStor, Tester, new CreateWarehouseRequest("lake", UpgradeExisting: true));

        again.Uuid.ShouldNotBe(made.Uuid);
        File.Exists(Path.Combine(PathOf(again.Location), "data.parquet")).ShouldBeTrue();
    }

    [Fact]
    public async Task Drop_WithNamespacesOrForeignFiles_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        string folder = PathOf(operation.Warehouse.Location);
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await Should.ThrowAsync<WarehouseNotEmptyException>(() => catalog.Warehouses.DropAsync(Tester, "main", preserveBucket: true));
        await catalog.Tables.DropAsync(operation, Named("a", "t"), purge: false);
        await catalog.Namespaces.DropAsync(operation, Ns("a"));
        File.WriteAllText(Path.Combine(folder, "stranger"), "x");

        (await Should.ThrowAsync<WarehouseNotEmptyException>(() => catalog.Warehouses.DropAsync(Tester, "main", preserveBucket: false)))
            .Message.ShouldContain("stranger");
        File.Delete(Path.Combine(folder, "stranger"));
        await catalog.Warehouses.DropAsync(Tester, "main", preserveBucket: false);

        Directory.Exists(folder).ShouldBeFalse();
        Should.Throw<NoSuchWarehouseException>(() => catalog.Warehouses.Get("main"));
        await Should.ThrowAsync<NoSuchWarehouseException>(() => catalog.Warehouses.DropAsync(Tester, "main", preserveBucket: false));
    }

    [Fact]
    public async Task Drop_RightAfterAPurgingDrop_WaitsForThePurge()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync(SurfaceRules.AIStor);
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await catalog.Tables.DropAsync(operation, Named("a", "t"));
        await catalog.Namespaces.DropAsync(operation, Ns("a"));

        await catalog.Warehouses.DropAsync(Tester, "main", preserveBucket: false);
        Directory.Exists(PathOf(operation.Warehouse.Location)).ShouldBeFalse();
    }

    [Fact]
    public async Task Get_WarehouseDroppedElsewhere_IsForgottenWithinSeconds()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var one = new CatalogFixture(time: time);
        await Make(one, "lake");
        await using var two = new CatalogFixture(one.Folder, time);
        two.Warehouses.Get("lake");
        await one.Warehouses.DropAsync(Tester, "lake", preserveBucket: false);

        time.Advance(TimeSpan.FromSeconds(2));
        Should.Throw<NoSuchWarehouseException>(() => two.Warehouses.Get("lake"));
    }

    private static Task<Warehouse> Make(CatalogFixture catalog, string name, IReadOnlyDictionary<string, string>? properties = null) =>
        catalog.Warehouses.CreateAsync(SurfaceRules.AIStor, Tester, new CreateWarehouseRequest(name, false, properties));
}
