using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class NamespaceServiceTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task Create_Nested_NeedsItsParent()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();

        (await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Namespaces.CreateAsync(operation, Ns("a", "b"), None)))
            .Message.ShouldBe("Namespace does not exist: a");
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), None);
        await catalog.Namespaces.CreateAsync(operation, Ns("a", "b"), new Dictionary<string, string> { ["z"] = "1", ["a"] = "2" });

        catalog.Namespaces.Get(operation.Warehouse, Ns("a", "b")).Properties.Keys.ShouldBe(["z", "a"]);
        catalog.Namespaces.Exists(operation.Warehouse, Ns("a", "b")).ShouldBeTrue();
        (await Should.ThrowAsync<NamespaceAlreadyExistsException>(() => catalog.Namespaces.CreateAsync(operation, Ns("a", "b"), None)))
            .Message.ShouldBe("Namespace already exists: a.b");
        catalog.Namespaces.List(operation.Warehouse, null, PageRequest.All).Items.ShouldBe([Ns("a")]);
        catalog.Namespaces.List(operation.Warehouse, Ns("a"), PageRequest.All).Items.ShouldBe([Ns("a", "b")]);
        Should.Throw<NoSuchNamespaceException>(() => catalog.Namespaces.List(operation.Warehouse, Ns("x"), PageRequest.All));
    }

    [Fact]
    public async Task Drop_WithTablesOrChildren_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), None);
        await catalog.Namespaces.CreateAsync(operation, Ns("a", "b"), None);
        await catalog.Tables.CreateAsync(operation, Ns("a", "b"), Create("t"));

        (await Should.ThrowAsync<NamespaceNotEmptyException>(() => catalog.Namespaces.DropAsync(operation, Ns("a")))).Message.ShouldStartWith("Namespace a is not empty");
        (await Should.ThrowAsync<NamespaceNotEmptyException>(() => catalog.Namespaces.DropAsync(operation, Ns("a", "b")))).Message.ShouldStartWith("Namespace a.b is not empty");
        await catalog.Tables.DropAsync(operation, Named("a.b", "t"));
        await catalog.Namespaces.DropAsync(operation, Ns("a", "b"));
        await catalog.Namespaces.DropAsync(operation, Ns("a"));
        await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Namespaces.DropAsync(operation, Ns("a")));
    }

    [Fact]
    public async Task UpdateProperties_SetsRemovesAndTellsWhatWasMissing()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string> { ["old"] = "1", ["keep"] = "2" });

        PropertiesUpdate update = await catalog.Namespaces.UpdatePropertiesAsync(
            operation, Ns("a"), ["old", "none", "none"], new Dictionary<string, string> { ["new"] = "3", ["keep"] = "4" });

        update.Updated.ShouldBe(["new", "keep"]);
        update.Removed.ShouldBe(["old"]);
        update.Missing.ShouldBe(["none"]);
        catalog.Namespaces.Get(operation.Warehouse, Ns("a")).Properties.ShouldBe(new Dictionary<string, string> { ["keep"] = "4", ["new"] = "3" }, ignoreOrder: true);
        await Should.ThrowAsync<UnprocessableException>(() => catalog.Namespaces.UpdatePropertiesAsync(
            operation, Ns("a"), ["x"], new Dictionary<string, string> { ["x"] = "1" }));
    }

    [Fact]
    public async Task Create_LargePropertyOnAIStor_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation aistor = await catalog.OperationAsync(SurfaceRules.AIStor);
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Namespaces.CreateAsync(
            aistor, Ns("a"), new Dictionary<string, string> { ["k"] = new string('é', 1025) }));
        await catalog.Namespaces.CreateAsync(aistor, Ns("a"), new Dictionary<string, string> { ["k"] = new string('é', 1024) });
        await catalog.Namespaces.CreateAsync(
            aistor with { Rules = SurfaceRules.Planasonix }, Ns("b"), new Dictionary<string, string> { ["k"] = new string('é', 100_000) });
    }

    [Fact]
    public async Task Names_ThatDifferInCaseOrForm_AreDifferent()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        string[] names = ["a", "A", "e\u0301", "\u00e9", "a ", "%61"];
        foreach (string name in names)
        {
            await catalog.Namespaces.CreateAsync(operation, Ns(name), None);
        }

        catalog.Namespaces.List(operation.Warehouse, null, PageRequest.All).Items.Select(static ns => ns.Key)
            .ShouldBe(names.OrderBy(static name => name, Comparer<string>.Create(static (x, y) =>
                System.Text.Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(y)))));
    }
}
