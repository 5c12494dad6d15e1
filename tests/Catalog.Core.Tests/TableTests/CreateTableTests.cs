using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class CreateTableTests
{
    [Fact]
    public async Task Create_WithoutLocation_LiesAtADecoratedUniquePlace()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "Sales Ünit/../..");
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("Sales Ünit/../.."), Create("Orders #1 " + new string('x', 80)));

        string location = Read(table).Location;
        location.ShouldStartWith($"{operation.Warehouse.Location}/_ales__nit______/_rders__1_xxx");
        location.ShouldEndWith("-" + Read(table).TableUuid);
        Path.GetFileName(location).Length.ShouldBe(60 + 1 + 36);
        Path.GetDirectoryName(table.MetadataLocation)!.ShouldBe(location.Replace("file:///", "file:/") + "/metadata");
    }

    [Fact]
    public async Task Create_OnAIStor_IsManagedWithMetadataApart()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.AIStor, "ns");
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("ns"), Create("t", ""","location":"s3://elsewhere/t" """));

        string uuid = Read(table).TableUuid!;
        Read(table).Location.ShouldBe($"{operation.Warehouse.Location}/ns/t-{uuid}");
        table.MetadataLocation!.ShouldStartWith($"{operation.Warehouse.Location}/.aistor-tables/ns/t-{uuid}/metadata/00000-");
        Directory.Exists(PathOf(Read(table).Location) + "/metadata").ShouldBeTrue("engines write manifests there and make no folders");
        Operation strict = operation with { Rules = SurfaceRules.AIStor with { RefuseLocation = true } };
        (await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.CreateAsync(strict, Ns("ns"), Create("u", ""","location":"file:///tmp/u" """)))).Field.ShouldBe("location");

        // Whichever surface commits, the metadata stays where it is.
        LoadedTable committed = await catalog.Commits.CommitAsync(operation with { Rules = SurfaceRules.Planasonix }, Named("ns", "t"), SetProperty("a", "b"));
        committed.MetadataLocation!.ShouldStartWith($"{operation.Warehouse.Location}/.aistor-tables/ns/t-{uuid}/metadata/00001-");
    }

    [Fact]
    public async Task Create_AtAnAllowedLocation_KeepsItsSpelling()
    {
        string outside = Directory.CreateTempSubdirectory("catalog-allowed-").FullName;
        await using var catalog = new CatalogFixture(configure: options => options with { AllowedLocations = [$"file:{outside}/"] });
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "a");

        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", $$""","location":"file:{{outside}}/t/" """));
        Read(table).Location.ShouldBe($"file:{outside}/t");
        table.MetadataLocation!.ShouldStartWith($"file:{outside}/t/metadata/00000-");
        catalog.Tables.Load(operation.Warehouse, Named("a", "t")).MetadataLocation.ShouldBe(table.MetadataLocation);
        Directory.Delete(outside, recursive: true);
    }

    [Theory]
    [InlineData("s3://bucket/t")]
    [InlineData("/tmp/t")]
    [InlineData("file:///etc/t")]
    [InlineData("{data}")]
    [InlineData("{data}/warehouses/other/t")]
    [InlineData("{data}/keys/t")]
    [InlineData("{warehouse}")]
    [InlineData("{warehouse}-2/t")]
    [InlineData("{warehouse}/../other/t")]
    [InlineData("{warehouse}/%2e%2e/other/t")]
    [InlineData("{warehouse}/link/t")]
    [InlineData("{allowed}2/t")]
    [InlineData("{allowed}/link/t")]
    public async Task Create_AtAForbiddenLocation_IsRefusedAndLeavesNothing(string location)
    {
        string outside = Directory.CreateTempSubdirectory("catalog-allowed-").FullName;
        await using var catalog = new CatalogFixture(configure: options => options with { AllowedLocations = [$"file://{outside}", "file:///tmp/nowhere"] });
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "a");
        await catalog.OperationAsync(warehouse: "other");
        Directory.CreateSymbolicLink(Path.Combine(PathOf(operation.Warehouse.Location), "link"), "/etc");
        Directory.CreateSymbolicLink(Path.Combine(outside, "link"), "/etc");
        string given = location.Replace("{data}", $"file://{catalog.Folder}/data").Replace("{warehouse}", operation.Warehouse.Location).Replace("{allowed}", $"file://{outside}");

        foreach (string more in (string[])[
            $$""","location":"{{given}}" """,
            $$""","location":"{{given}}","stage-create":true""",
            $$$""","properties":{"write.metadata.path":"{{{given}}}"}""",
            $$$""","properties":{"write.data.path":"{{{given}}}"}""",
            $$$""","properties":{"write.object-storage.path":"{{{given}}}"}"""])
        {
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", more)), more);
        }

        catalog.Tables.Exists(operation.Warehouse, Named("a", "t")).ShouldBeFalse();
        LoadedTable fine = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        foreach (string update in (string[])[
            $$"""{"action":"set-location","location":"{{given}}"}""", SetPropertyUpdate("write.metadata.path", given), SetPropertyUpdate("write.data.path", given)])
        {
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit(update)), update);
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.TransactAsync(operation, [Change("a", "t", update)]), update);
        }

        if (location != "{warehouse}")
        {
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), given + "/metadata/v1.metadata.json"));
        }

        catalog.Tables.Load(operation.Warehouse, Named("a", "t")).MetadataLocation.ShouldBe(fine.MetadataLocation);
        Directory.GetFiles(Path.GetDirectoryName(PathOf(fine.MetadataLocation!))!).Length.ShouldBe(1);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task Create_OverAnotherTablesPlace_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "a");
        string place = operation.Warehouse.Location + "/own/orders";
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", $$""","location":"{{place}}" """));

        foreach (string overlapping in (string[])[place, place.Replace("file:///", "file:/"), place + "/inner", operation.Warehouse.Location + "/own"])
        {
            (await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.CreateAsync(operation, Ns("a"), Create("u", $$""","location":"{{overlapping}}" """)))).Field.ShouldBe("location");
        }

        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("u", $$""","location":"{{place}}2" """));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "u"), Commit($$"""{"action":"set-location","location":"{{place}}/x"}""")));
        await catalog.Tables.DropAsync(operation, Named("a", "t"));
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", $$""","location":"{{place}}" """));
    }

    [Theory]
    [InlineData("write.data.path")]
    [InlineData("write.data.path.x")]
    [InlineData("write.metadata.path")]
    [InlineData("write.metadata.other")]
    [InlineData("write.object-storage.path")]
    public async Task Create_PathPropertyOnAIStor_IsRefused(string key)
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.AIStor, "a");
        string value = operation.Warehouse.Location + "/x";
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", $$$""","properties":{"{{{key}}}":"{{{value}}}"}""")));
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", ""","properties":{"write.metadata.metrics.default":"full","write.metadata.previous-versions-max":"5"}"""));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty(key, value)));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit("""{"action":"set-location","location":"file:///tmp/x"}""")));
    }

    [Fact]
    public async Task Create_Existing_OrInNoNamespace_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "a");
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));

        (await Should.ThrowAsync<TableAlreadyExistsException>(() => catalog.Tables.CreateAsync(operation, Ns("a"), Create("t")))).Message.ShouldBe("Table already exists: a.t");
        (await Should.ThrowAsync<TableAlreadyExistsException>(() => catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", ""","stage-create":true""")))).Message.ShouldBe("Table already exists: a.t");
        (await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Tables.CreateAsync(operation, Ns("b"), Create("t")))).Message.ShouldBe("Namespace does not exist: b");
        Should.Throw<NoSuchTableException>(() => catalog.Tables.Load(operation.Warehouse, Named("b", "t"))).Message.ShouldBe("Table does not exist: b.t");
    }

    [Fact]
    public async Task Create_TwentyAtOnceWithOneName_MakesOne()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.Planasonix, "a");
        int made = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            try
            {
                await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
                Interlocked.Increment(ref made);
            }
            catch (TableAlreadyExistsException)
            {
                // The others.
            }
        })));

        made.ShouldBe(1);
        Directory.GetFiles(PathOf(operation.Warehouse.Location), "*", SearchOption.AllDirectories).Length.ShouldBe(1, "the losers' files are removed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StagedCreate_ThenCreatingCommit_MakesTheTable(bool aistor)
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, aistor ? SurfaceRules.AIStor : SurfaceRules.Planasonix, "a");
        LoadedTable staged = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t", ""","stage-create":true"""));
        staged.MetadataLocation.ShouldBeNull();
        catalog.Tables.Exists(operation.Warehouse, Named("a", "t")).ShouldBeFalse();
        Directory.Exists(PathOf(Read(staged).Location) + "/metadata").ShouldBeTrue();
        string updates = Creation(Read(staged).TableUuid!, Read(staged).Location);
        if (aistor)
        {
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(
                operation, Named("a", "t"), Commit(Creation(Read(staged).TableUuid!, operation.Warehouse.Location + "/elsewhere"), """{"type":"assert-create"}""")));
        }

        LoadedTable made = await catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit(updates, """{"type":"assert-create"}"""));

        Read(made).TableUuid.ShouldBe(Read(staged).TableUuid);
        Read(made).Location.ShouldBe(Read(staged).Location);
        Read(made).MetadataLog.ShouldBeEmpty();
        made.MetadataLocation!.Contains(".aistor-tables", StringComparison.Ordinal).ShouldBe(aistor);
        (await Should.ThrowAsync<CommitConflictException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit(updates, """{"type":"assert-create"}"""))))
            .Message.ShouldBe("Requirement failed: table already exists");
        (await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Commits.CommitAsync(operation, Named("z", "t"), Commit(updates, """{"type":"assert-create"}"""))))
            .Message.ShouldBe("Namespace does not exist: z");
    }

    private static string Creation(string uuid, string location) => $$$"""
        {"action":"assign-uuid","uuid":"{{{uuid}}}"},{"action":"upgrade-format-version","format-version":2},
        {"action":"add-schema","schema":{"type":"struct","fields":[{"id":1,"name":"id","type":"long","required":true}]},"last-column-id":1},
        {"action":"set-current-schema","schema-id":-1},{"action":"add-spec","spec":{"spec-id":0,"fields":[]}},{"action":"set-default-spec","spec-id":-1},
        {"action":"add-sort-order","sort-order":{"order-id":0,"fields":[]}},{"action":"set-default-sort-order","sort-order-id":-1},
        {"action":"set-location","location":"{{{location}}}"}
        """;

    private static async Task<Operation> Prepared(CatalogFixture catalog, SurfaceRules rules, string ns)
    {
        Operation operation = await catalog.OperationAsync(rules);
        await catalog.Namespaces.CreateAsync(operation, Ns(ns), new Dictionary<string, string>());
        return operation;
    }
}
