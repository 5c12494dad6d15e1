using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Namespaces;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Tests.Live;

/// <summary>What a program does with a catalog, against the real server; the same on both surfaces.</summary>
public abstract class TableCatalogSuite(LiveServer server)
{
    private static readonly Dictionary<string, string> Tricky = new()
    {
        ["time"] = "2020-01-01T00:00:00Z",
        ["guid"] = "9C12D441-03FE-4693-9A96-A0705DDF69C1",
        ["number"] = "9007199254740993",
        ["letters"] = "ä<>&'\"\\/ 日本 😀",
    };

    protected LiveServer Server { get; } = server;

    protected abstract ICatalogClient Create(HttpMessageHandler? handler = null, Action<CatalogClientOptions>? configure = null);

    [Fact]
    public async Task Namespaces_LifeOfOne()
    {
        using ICatalogClient client = Create();
        ITableCatalog catalog = client.Catalog;
        NamespaceName outer = NewName();
        var inner = new NamespaceName(outer.Levels[0], "inner");

        await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.CreateNamespaceAsync(inner));
        (await catalog.CreateNamespaceAsync(outer, Tricky)).Properties.ShouldBe(Tricky);
        await catalog.CreateNamespaceAsync(inner);
        await Should.ThrowAsync<AlreadyExistsException>(() => catalog.CreateNamespaceAsync(outer));

        (await catalog.GetNamespaceAsync(outer)).Properties.ShouldBe(Tricky);
        (await catalog.ListNamespacesAsync(outer).SingleAsync()).ShouldBe(inner);
        (await catalog.ListNamespacesAsync().ToListAsync()).ShouldContain(outer);
        (await catalog.NamespaceExistsAsync(inner)).ShouldBeTrue();

        PropertiesResult result = await catalog.UpdateNamespacePropertiesAsync(outer, new Dictionary<string, string> { ["owner"] = "me" }, ["time", "nothing"]);
        (result.Updated.Single(), result.Removed.Single(), result.Missing.Single()).ShouldBe(("owner", "time", "nothing"));

        await Should.ThrowAsync<NotEmptyException>(() => catalog.DropNamespaceAsync(outer));
        await catalog.DropNamespaceAsync(inner);
        await catalog.DropNamespaceAsync(outer);
        (await catalog.NamespaceExistsAsync(outer)).ShouldBeFalse();
        await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.GetNamespaceAsync(outer));
    }

    [Fact]
    public async Task Table_LifeOfOne()
    {
        using ICatalogClient client = Create();
        ITableCatalog catalog = client.Catalog;
        TableIdentifier orders = await NewTableAsync(catalog);

        Table table = await catalog.LoadTableAsync(orders);
        table.Metadata.Properties["guid"].ShouldBe(Tricky["guid"]);
        table.Metadata.Properties["time"].ShouldBe(Tricky["time"]);
        table.Metadata.Properties["letters"].ShouldBe(Tricky["letters"]);
        table.Metadata.CurrentSchema.Fields.Select(f => f.Name).ShouldBe(["id", "amount", "at", "address", "lines"]);
        table.Metadata.DefaultSpec!.Fields.Single().Transform.ShouldBe("day");
        table.Metadata.DefaultSortOrder!.Fields.Single().Direction.ShouldBe("desc");
        (await catalog.LoadTableIfChangedAsync(table)).ShouldBeNull();
        (await catalog.TableExistsAsync(orders)).ShouldBeTrue();
        await Should.ThrowAsync<AlreadyExistsException>(() => catalog.CreateTableAsync(orders.Namespace, Request(orders.Name)));

        Table changed = await catalog.CommitAsync(orders, m => new CommitBuilder(m)
            .ChangeSchema(s => s
                .AddColumn("note", "string", "free text")
                .AddColumn("address.zip", "string")
                .AddColumn("lines.element.discount", "decimal(5,2)")
                .RenameColumn("address.street", "road")
                .WidenColumn("amount", "decimal(20,2)")
                .DropColumn("lines.sku")
                .MoveFirst("note")
                .MoveAfter("at", "note"))
            .ReplacePartitionSpec(p => p.Bucket("id", 16).Day("at"))
            .ReplaceSortOrder(o => o.Ascending("id"))
            .SetProperty("owner", "sales")
            .RemoveProperties("number")
            .Build());
        changed.Metadata.CurrentSchema.Fields.Select(f => f.Name).ShouldBe(["note", "at", "id", "amount", "address", "lines"]);
        changed.Metadata.CurrentSchema.ToJson().ShouldContain("\"name\":\"discount\"");
        changed.Metadata.DefaultSpec!.Fields.Select(f => f.FieldId).ShouldBe([1001, 1000]);
        changed.Metadata.Properties.ShouldNotContainKey("number");
        (await catalog.LoadTableIfChangedAsync(table)).ShouldNotBeNull();

        var renamed = new TableIdentifier(orders.Namespace, orders.Name + "_old");
        await catalog.RenameTableAsync(orders, renamed);
        (await catalog.LoadTableAsync(renamed)).Metadata.TableUuid.ShouldBe(table.Metadata.TableUuid);
        await catalog.ReportMetricsAsync(renamed, MetricsReport.Parse("""
            {"report-type":"scan-report","table-name":"x","snapshot-id":1,"filter":true,"schema-id":0,"projected-field-ids":[1],"projected-field-names":["id"],"metrics":{}}
            """));

        await catalog.DropTableAsync(renamed);
        await Should.ThrowAsync<NoSuchTableException>(() => catalog.LoadTableAsync(renamed));
        (await catalog.TableExistsAsync(renamed)).ShouldBeFalse();
        Table registered = await catalog.RegisterTableAsync(orders, changed.MetadataLocation!);
        registered.GetMetadataJson().ShouldBe(changed.GetMetadataJson());
        await catalog.DropTableAsync(orders, purge: true);
    }

    [Fact]
    public async Task Snapshots_BranchesAndTags()
    {
        using ICatalogClient client = Create();
        ITableCatalog catalog = client.Catalog;
        TableIdentifier table = await NewTableAsync(catalog);
        foreach (long id in new[] { 9007199254740993, 9007199254740995 })
        {
            await catalog.CommitAsync(table, m => Append(m, id));
        }

        Table now = await catalog.CommitAsync(table, m => new CommitBuilder(m)
            .CreateTag("first", 9007199254740993).CreateBranch("audit", minSnapshotsToKeep: 2).RollbackTo(9007199254740993).Build());

        now.Metadata.CurrentSnapshotId.ShouldBe(9007199254740993);
        now.Metadata.Refs["audit"].ShouldSatisfyAllConditions(r => r.SnapshotId.ShouldBe(9007199254740995), r => r.MinSnapshotsToKeep.ShouldBe(2));
        now.Metadata.Refs["first"].Type.ShouldBe("tag");
        (await catalog.LoadTableAsync(table, new LoadTableOptions { Snapshots = SnapshotMode.Refs })).Metadata.Snapshots.Count.ShouldBe(2);

        await catalog.CommitAsync(table, m => new CommitBuilder(m).RemoveReference("audit").Build());
        Table expired = await catalog.CommitAsync(table, m => new CommitBuilder(m).ExpireSnapshots(DateTimeOffset.UtcNow.AddHours(1)).Build());
        expired.Metadata.Snapshots.Single().SnapshotId.ShouldBe(9007199254740993);
    }

    [Fact]
    public async Task Commit_ManyWriters_LosesNone()
    {
        using ICatalogClient client = Create();
        TableIdentifier table = await NewTableAsync(client.Catalog);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.Catalog.CommitAsync(
            table,
            m => new CommitBuilder(m).ChangeSchema(s => s.AddColumn($"c{i}", "long")).Build(),
            new CommitRetryOptions { MaxRetries = 50, MinWait = TimeSpan.FromMilliseconds(10), MaxWait = TimeSpan.FromMilliseconds(200) })));

        IEnumerable<string> names = (await client.Catalog.LoadTableAsync(table)).Metadata.CurrentSchema.Fields.Select(f => f.Name);
        names.Where(n => n.StartsWith('c')).Order().ShouldBe(Enumerable.Range(0, 8).Select(i => $"c{i}"));
    }

    [Fact]
    public async Task Commit_StaleRequirement_IsAConflict()
    {
        using ICatalogClient client = Create();
        TableIdentifier table = await NewTableAsync(client.Catalog);

        CommitConflictException error = await Should.ThrowAsync<CommitConflictException>(() => client.Catalog.CommitAsync(
            table, [new AssertCurrentSchemaId(9)], [new SetPropertiesUpdate(Tricky)]));

        error.ErrorType.ShouldBe("CommitFailedException");
        error.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Commit_BadUpdate_IsAnInvalidRequest()
    {
        using ICatalogClient client = Create();
        TableIdentifier table = await NewTableAsync(client.Catalog);

        await Should.ThrowAsync<InvalidRequestException>(() => client.Catalog.CommitAsync(table, [], [TableUpdate.Parse("""{"action":"paint-it"}""")]));
    }

    [Fact]
    public async Task StagedTable_IsMadeByItsCommit()
    {
        using ICatalogClient client = Create();
        NamespaceName name = NewName();
        await client.Catalog.CreateNamespaceAsync(name);
        var identifier = new TableIdentifier(name, "staged");

        Table staged = await client.Catalog.CreateTableAsync(name, Request("staged") with { StageCreate = true });
        (await client.Catalog.TableExistsAsync(identifier)).ShouldBeFalse();
        staged.MetadataLocation.ShouldBeNull();
        TableMetadata m = staged.Metadata;
        Table made = await client.Catalog.CommitAsync(
            identifier,
            [new AssertCreate()],
            [
                new AssignUuidUpdate(m.TableUuid!), new UpgradeFormatVersionUpdate(m.FormatVersion), new AddSchemaUpdate(m.CurrentSchema),
                new SetCurrentSchemaUpdate(-1), new AddPartitionSpecUpdate(m.DefaultSpec!), new SetDefaultPartitionSpecUpdate(-1),
                new AddSortOrderUpdate(m.DefaultSortOrder!), new SetDefaultSortOrderUpdate(-1), new SetLocationUpdate(m.Location!), new SetPropertiesUpdate(m.Properties),
            ]);

        made.Metadata.TableUuid.ShouldBe(m.TableUuid);
        made.Metadata.MetadataLog.ShouldBeEmpty();
    }

    [Fact]
    public async Task Transaction_OneFails_NoneIsMade()
    {
        using ICatalogClient client = Create();
        TableIdentifier a = await NewTableAsync(client.Catalog);
        TableIdentifier b = await NewTableAsync(client.Catalog);
        var set = new SetPropertiesUpdate(new Dictionary<string, string> { ["both"] = "yes" });

        await Should.ThrowAsync<CommitConflictException>(() => client.Catalog.CommitTransactionAsync([new(a, [], [set]), new(b, [new AssertCurrentSchemaId(9)], [set])]));
        (await client.Catalog.LoadTableAsync(a)).Metadata.Properties.ShouldNotContainKey("both");

        await client.Catalog.CommitTransactionAsync([new(a, [], [set]), new(b, [], [set])]);
        (await client.Catalog.LoadTableAsync(b)).Metadata.Properties["both"].ShouldBe("yes");
    }

    [Fact]
    public async Task Lists_ByPages_AreComplete()
    {
        using ICatalogClient client = Create();
        NamespaceName name = NewName();
        await client.Catalog.CreateNamespaceAsync(name);
        foreach (int i in Enumerable.Range(0, 5))
        {
            await client.Catalog.CreateTableAsync(name, Request($"t{i}"));
        }

        List<Page<TableIdentifier>> pages = await client.Catalog.ListTablesAsync(name, pageSize: 2).AsPages().ToListAsync();

        pages.Select(p => p.Values.Count).ShouldBe([2, 2, 1]);
        pages.SelectMany(p => p.Values).Select(t => t.Name).ShouldBe(["t0", "t1", "t2", "t3", "t4"]);
    }

    [Fact]
    public async Task IdempotencyKey_UsedTwice_AnswersTheFirstOrRefuses()
    {
        using ICatalogClient client = Create();
        NamespaceName name = NewName();
        var options = new CallOptions { IdempotencyKey = Guid.CreateVersion7() };

        await client.Catalog.CreateNamespaceAsync(name, options: options);
        (await client.Catalog.CreateNamespaceAsync(name, options: options)).Namespace.ShouldBe(name);

        (await Should.ThrowAsync<InvalidRequestException>(() => client.Catalog.CreateNamespaceAsync(NewName(), options: options)))
            .StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Commit_AnswerLost_IsMadeOnce()
    {
        using var losing = new AnswerLosingHandler();
        using ICatalogClient client = Create(losing, o => o.Resilience.BaseDelay = TimeSpan.FromMilliseconds(10));
        TableIdentifier table = await NewTableAsync(client.Catalog);
        losing.LoseNext("/tables/" + table.Name, 2);

        Table after = await client.Catalog.CommitAsync(table, m => Append(m, 42));

        losing.Lost.ShouldBe(2);
        after.Metadata.Snapshots.Single().SnapshotId.ShouldBe(42);
        after.Metadata.SnapshotLog.Count.ShouldBe(1);
    }

    protected static NamespaceName NewName() => new($"n{Guid.NewGuid():N}");

    protected static CreateTableRequest Request(string name)
    {
        Schema schema = new SchemaBuilder()
            .Required("id", "long")
            .Optional("amount", "decimal(10,2)", "In euros.")
            .Optional("at", "timestamptz")
            .Optional("address", SchemaBuilder.Struct(s => s.Optional("street", "string")))
            .Optional("lines", SchemaBuilder.List(SchemaBuilder.Struct(s => s.Required("sku", "string").Optional("count", "int"))))
            .Identifier("id")
            .Build();
        return new CreateTableRequest
        {
            Name = name,
            Schema = schema,
            PartitionSpec = new PartitionSpecBuilder(schema).Day("at").Build(),
            WriteOrder = new SortOrderBuilder(schema).Descending("at").Build(),
            Properties = Tricky,
        };
    }

    protected static async Task<TableIdentifier> NewTableAsync(ITableCatalog catalog)
    {
        NamespaceName name = NewName();
        await catalog.CreateNamespaceAsync(name);
        return (await catalog.CreateTableAsync(name, Request("orders"))).Identifier;
    }

    private static CommitPlan Append(TableMetadata metadata, long id) => new CommitBuilder(metadata)
        .Add(new AddSnapshotUpdate(new Snapshot
        {
            SnapshotId = id,
            ParentSnapshotId = metadata.CurrentSnapshotId,
            SequenceNumber = (metadata.LastSequenceNumber ?? 0) + 1,
            TimestampMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            ManifestList = $"{metadata.Location}/metadata/snap-{id}.avro",
            Summary = new Dictionary<string, string> { ["operation"] = "append" },
            SchemaId = metadata.CurrentSchemaId,
        }))
        .Add(new SetSnapshotReferenceUpdate("main", "branch", id))
        .Require(new AssertRefSnapshotId("main", metadata.CurrentSnapshotId))
        .Build();
}
