using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Tests.Commits;

/// <summary>What the builders make of names, and what they refuse.</summary>
public sealed class BuilderTests
{
    private static readonly Schema Orders = new SchemaBuilder()
        .Required("id", "long")
        .Optional("amount", "decimal(10,2)")
        .Optional("address", SchemaBuilder.Struct(s => s.Optional("street", "string").Optional("zip", "int")))
        .Optional("lines", SchemaBuilder.List(SchemaBuilder.Struct(s => s.Required("sku", "string"))))
        .Optional("prices", SchemaBuilder.Map("string", SchemaBuilder.Struct(s => s.Optional("net", "float"))))
        .Optional("tags", SchemaBuilder.List("int"))
        .Identifier("id")
        .Build();

    private static readonly TableMetadata Metadata = new()
    {
        FormatVersion = 2,
        TableUuid = "u",
        LastColumnId = 16,
        Schemas = [Orders],
        PartitionSpecs = [new PartitionSpec { SpecId = 0, Fields = [new PartitionField { SourceId = 1, FieldId = 1000, Name = "id_bucket", Transform = "bucket[8]" }] }],
        LastPartitionId = 1001,
        SortOrders = [new SortOrder { OrderId = 0 }],
    };

    [Fact]
    public void Build_NestedTypes_AreNumberedStructByStruct() => Ids(Orders).ShouldBe(
    [
        "1 id", "2 amount", "3 address", "4 lines", "5 prices", "6 tags", "7 address.street", "8 address.zip", "9 lines.element", "10 lines.element.sku",
        "11 prices.key", "12 prices.value", "13 prices.value.net", "14 tags.element",
    ]);

    [Fact]
    public void ChangeSchema_AddsInEachPlace_WithNewIds()
    {
        Schema changed = Change(s => s
            .AddColumn("note", "string", "n")
            .AddColumn("address.country", "string")
            .AddColumn("lines.element.count", "int")
            .AddColumn("prices.value.gross", "double")
            .AddColumn("more", SchemaBuilder.List("string")));

        Ids(changed).ShouldBe(
        [
            "1 id", "2 amount", "3 address", "4 lines", "5 prices", "6 tags", "17 note", "21 more", "7 address.street", "8 address.zip", "18 address.country",
            "9 lines.element", "10 lines.element.sku", "19 lines.element.count", "11 prices.key", "12 prices.value", "13 prices.value.net", "20 prices.value.gross",
            "14 tags.element", "22 more.element",
        ]);
    }

    [Fact]
    public void ChangeSchema_RenameDropMoveWiden_KeepIds()
    {
        Schema changed = Change(s => s
            .RenameColumn("address.street", "road")
            .DropColumn("amount")
            .MoveBefore("tags", "id")
            .MoveFirst("address.zip")
            .WidenColumn("prices.net", "double")
            .WidenColumn("tags.element", "long")
            .MakeOptional("lines.sku")
            .SetDoc("id", "The number."));

        Ids(changed).ShouldBe(
        [
            "6 tags", "1 id", "3 address", "4 lines", "5 prices", "14 tags.element", "8 address.zip", "7 address.road", "9 lines.element", "10 lines.element.sku",
            "11 prices.key", "12 prices.value", "13 prices.value.net",
        ]);
        changed.ToJson().ShouldContain("\"name\":\"net\",\"required\":false,\"type\":\"double\"");
        changed.Fields[1].Doc.ShouldBe("The number.");
    }

    [Fact]
    public void ChangeSchema_AsksForWhatItStartsFrom()
    {
        CommitPlan plan = new CommitBuilder(Metadata).ChangeSchema(s => s.AddColumn("x", "int")).SetProperty("a", "b").Build();

        plan.Requirements.Select(r => r.ToJson()).ShouldBe(
        [
            """{"type":"assert-table-uuid","uuid":"u"}""",
            """{"type":"assert-current-schema-id","current-schema-id":0}""",
            """{"type":"assert-last-assigned-field-id","last-assigned-field-id":16}""",
        ]);
        plan.Updates.Select(u => u.Action).ShouldBe(["add-schema", "set-current-schema", "set-properties"]);
        ((AddSchemaUpdate)plan.Updates[0]).LastColumnId.ShouldBe(17);
        plan.Check(Metadata).ShouldBeEmpty();
        plan.Check(Metadata with { CurrentSchemaId = 3, LastColumnId = 20 }).Count.ShouldBe(2);
        plan.Check(null).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("amount", "double")]
    [InlineData("amount", "decimal(9,2)")]
    [InlineData("amount", "decimal(12,3)")]
    [InlineData("id", "int")]
    [InlineData("address", "string")]
    [InlineData("prices.key", "long")]
    public void WidenColumn_FilesWouldNotBeReadable_IsRefused(string path, string type) =>
        Should.Throw<ArgumentException>(() => Change(s => s.WidenColumn(path, type)));

    [Fact]
    public void ChangeSchema_WhatDoesNotFit_IsRefused()
    {
        Should.Throw<ArgumentException>(() => Change(s => s.AddColumn("id", "int"))).Message.ShouldContain("already");
        Should.Throw<ArgumentException>(() => Change(s => s.AddColumn("nowhere.x", "int"))).Message.ShouldContain("There are: id, amount");
        Should.Throw<ArgumentException>(() => Change(s => s.AddColumn("id.x", "int"))).Message.ShouldContain("holds no field");
        Should.Throw<ArgumentException>(() => Change(s => s.RenameColumn("amount", "id")));
        Should.Throw<ArgumentException>(() => Change(s => s.RenameColumn("tags.element", "x")));
        Should.Throw<ArgumentException>(() => Change(s => s.DropColumn("lines.sku"))).Message.ShouldContain("last column");
        Should.Throw<ArgumentException>(() => Change(s => s.DropColumn("id"))).Message.ShouldContain("identifies rows");
        Should.Throw<ArgumentException>(() => Change(s => s.SetIdentifier().DropColumn("id"))).Message.ShouldContain("partition spec");
        Should.Throw<ArgumentException>(() => new SchemaBuilder().Optional("a", "int").Optional("a", "int"));
    }

    [Fact]
    public void ReplacePartitionSpec_ReusesIdsAndAsksForTheLast()
    {
        CommitPlan plan = new CommitBuilder(Metadata).ReplacePartitionSpec(p => p.Truncate("address.street", 4).Bucket("id", 8, "renamed")).Build();

        plan.Updates[0].ToJson().ShouldBe(
            """{"action":"add-spec","spec":{"fields":[{"source-id":7,"field-id":1002,"name":"address_street_trunc","transform":"truncate[4]"},{"source-id":1,"field-id":1000,"name":"renamed","transform":"bucket[8]"}]}}""");
        plan.Requirements.Select(r => r.Type).ShouldBe(["assert-table-uuid", "assert-default-spec-id", "assert-last-assigned-partition-id"]);
    }

    [Fact]
    public void ReplacePartitionSpec_OfVersion1_LeavesVoidBehind()
    {
        CommitPlan plan = new CommitBuilder(Metadata with { FormatVersion = 1 }).ReplacePartitionSpec(p => p.Identity("amount")).Build();

        ((AddPartitionSpecUpdate)plan.Updates[0]).Spec.Fields.Select(f => (f.FieldId, f.Transform)).ShouldBe([(1000, "void"), (1002, "identity")]);
    }

    [Fact]
    public void References_MovesKeepRetentionAndAskForTheOldPlace()
    {
        TableMetadata metadata = Metadata with
        {
            CurrentSnapshotId = 3,
            Snapshots = [Snapshot(1, null), Snapshot(2, 1), Snapshot(3, 2), Snapshot(9, 1)],
            Refs = new Dictionary<string, SnapshotReference>
            {
                ["main"] = new() { SnapshotId = 3, Type = "branch", MinSnapshotsToKeep = 2 },
                ["v1"] = new() { SnapshotId = 9, Type = "tag" },
            },
        };

        CommitPlan plan = new CommitBuilder(metadata).RollbackTo(2).CreateTag("old", maxRefAge: TimeSpan.FromDays(1)).RemoveReference("v1").Build();

        plan.Updates.Select(u => u.ToJson()).ShouldBe(
        [
            """{"action":"set-snapshot-ref","ref-name":"main","type":"branch","snapshot-id":2,"min-snapshots-to-keep":2}""",
            """{"action":"set-snapshot-ref","ref-name":"old","type":"tag","snapshot-id":3,"max-ref-age-ms":86400000}""",
            """{"action":"remove-snapshot-ref","ref-name":"v1"}""",
        ]);
        plan.Requirements.Select(r => r.ToJson()).ShouldContain("""{"type":"assert-ref-snapshot-id","ref":"old","snapshot-id":null}""");
        new CommitBuilder(metadata).RollbackToTime(DateTimeOffset.FromUnixTimeMilliseconds(1500)).Build().Updates[0].ToJson().ShouldContain("\"snapshot-id\":1,");
        Should.Throw<ArgumentException>(() => new CommitBuilder(metadata).RollbackTo(9));
        Should.Throw<ArgumentException>(() => new CommitBuilder(metadata).CreateBranch("v1"));
        Should.Throw<ArgumentException>(() => new CommitBuilder(metadata).CreateBranch("b", 77));
        Should.Throw<ArgumentException>(() => new CommitBuilder(metadata).RemoveReference("main"));
        new CommitBuilder(metadata).ExpireSnapshots(DateTimeOffset.FromUnixTimeMilliseconds(10_000)).Build().Updates.Single()
            .ShouldBeOfType<RemoveSnapshotsUpdate>().SnapshotIds.ShouldBe([1]);
        new CommitBuilder(metadata).ExpireSnapshots(DateTimeOffset.FromUnixTimeMilliseconds(500)).Build().ShouldBeSameAs(CommitPlan.None);
    }

    [Theory]
    [InlineData("a.b", new[] { "a", "b" })]
    [InlineData(@"a\.b", new[] { "a.b" })]
    [InlineData(@"a\\.b", new[] { @"a\", "b" })]
    [InlineData(@"a\b", new[] { @"a\b" })]
    public void NamespaceName_Text_ReadsBack(string text, string[] levels)
    {
        NamespaceName name = text;

        name.Levels.ShouldBe(levels);
        NamespaceName.Parse(name.ToString()).ShouldBe(name);
        TableIdentifier.Parse(new TableIdentifier(name, "t.1").ToString()).ShouldBe(new TableIdentifier(name, "t.1"));
    }

    private static Snapshot Snapshot(long id, long? parent) => new() { SnapshotId = id, ParentSnapshotId = parent, TimestampMs = id * 1000 };

    private static Schema Change(Action<SchemaChange> change) =>
        ((AddSchemaUpdate)new CommitBuilder(Metadata).ChangeSchema(change).Build().Updates[0]).Schema;

    private static List<string> Ids(Schema schema)
    {
        List<string> ids = [.. schema.Fields.Select(f => $"{f.Id} {f.Name}")];
        foreach (NestedField f in schema.Fields)
        {
            Add(ids, f.Name, f.Type);
        }

        return ids;
    }

    private static void Add(List<string> ids, string path, IcebergType type)
    {
        switch (type)
        {
            case StructType s:
                ids.AddRange(s.Fields.Select(f => $"{f.Id} {path}.{f.Name}"));
                foreach (NestedField f in s.Fields)
                {
                    Add(ids, $"{path}.{f.Name}", f.Type);
                }

                break;
            case ListType l:
                ids.Add($"{l.ElementId} {path}.element");
                Add(ids, $"{path}.element", l.Element);
                break;
            case MapType m:
                ids.Add($"{m.KeyId} {path}.key");
                ids.Add($"{m.ValueId} {path}.value");
                Add(ids, $"{path}.key", m.Key);
                Add(ids, $"{path}.value", m.Value);
                break;
        }
    }
}
