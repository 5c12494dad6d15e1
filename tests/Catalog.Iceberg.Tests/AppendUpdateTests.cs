using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Tests;

public sealed class AppendUpdateTests
{
    private const long Parent = 1680741968749443679;
    private const long Appended = 605336106979451191;

    private static readonly ManifestList List = ManifestList.Read(new MemoryStream(AvroFile.Read("v2-gzip-list.avro")));

    [Fact]
    public void ToSnapshot_OnItsParent_MakesTheSnapshotOfTheList()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(Parent), Given.Ref("main", Parent, extra: ",\"min-snapshots-to-keep\":5"));
        TableMetadata next = Append(table);
        next.CurrentSnapshotId.ShouldBe(Appended);
        next.Refs["main"].MinSnapshotsToKeep.ShouldBe(5);
        Snapshot snapshot = next.Snapshots[^1];
        snapshot.ParentSnapshotId.ShouldBe(Parent);
        snapshot.SequenceNumber.ShouldBe(2);
        snapshot.SchemaId.ShouldBe(0);
        snapshot.TimestampMs.ShouldBe(Given.Now);
        snapshot.ManifestList.ShouldBe("s3://b/list.avro");
        snapshot.Summary.ShouldBe(new Dictionary<string, string>
        {
            ["operation"] = "append",
            ["added-data-files"] = "1",
            ["added-records"] = "1",
            ["total-data-files"] = "3",
            ["total-records"] = "4",
            ["total-delete-files"] = "0",
        });
    }

    [Fact]
    public void ToSnapshot_OnAnotherSnapshot_IsStale()
    {
        Should.Throw<StaleSnapshotException>(() => Append(Given.Table()));
        Should.Throw<StaleSnapshotException>(() => Append(Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1))));
    }

    [Fact]
    public void Apply_AfterOtherUpdatesOfTheCommit_ComesOnTopOfThem()
    {
        var builder = TableMetadataBuilder.From(Given.Table(), null);
        builder.Apply(Given.Update(Given.Snapshot(Parent))).Apply(Given.Update(Given.MoveMain(Parent)));
        new AppendUpdate("s3://b/list.avro").Apply(builder, List, Given.Now);
        TableMetadata built = builder.Build(Given.Now);
        built.CurrentSnapshotId.ShouldBe(Appended);
        built.SnapshotLog.Single().SnapshotId.ShouldBe(Appended);
    }

    [Fact]
    public void ToSnapshot_StandsForTheUpdate()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(Parent), Given.MoveMain(Parent));
        new AppendUpdate("s3://b/list.avro").ToSnapshot(List, table, Given.Now).Count.ShouldBe(2);
    }

    [Fact]
    public void ToSnapshot_V3_TakesRowIds()
    {
        TableMetadata table = Given.Table(3).Apply(Given.Snapshot(Parent, extra: ",\"first-row-id\":0,\"added-rows\":3"), Given.MoveMain(Parent));
        Snapshot snapshot = Append(table).Snapshots[^1];
        snapshot.FirstRowId.ShouldBe(3);
        snapshot.AddedRows.ShouldBe(4);
    }

    [Fact]
    public void ToSnapshot_ListOfDuckDb_IsMadeOfItsEntries()
    {
        const long Deleting = 8127062025649932269;
        ManifestList list = ManifestList.Read(new MemoryStream(AvroFile.Read("v3-list.avro", "duckdb")));
        list.NamesParent.ShouldBeFalse();
        TableMetadata table = Given.Table(3).Apply(Given.Snapshot(Deleting, sequence: 3, extra: ",\"first-row-id\":0,\"added-rows\":3"), Given.MoveMain(Deleting));
        var builder = TableMetadataBuilder.From(table, null);
        new AppendUpdate("s3://b/list.avro").Apply(builder, list, Given.Now);
        Snapshot snapshot = builder.Build(Given.Now).Snapshots[^1];
        (snapshot.SnapshotId, snapshot.ParentSnapshotId, snapshot.SequenceNumber).ShouldBe((6216054378099196229, Deleting, 4));
        (snapshot.FirstRowId, snapshot.AddedRows).ShouldBe((3, 1));
        snapshot.Summary["total-records"].ShouldBe("4");
        snapshot.Summary["total-delete-files"].ShouldBe("1");

        TableMetadata newer = table.Apply(Given.Snapshot(9, Deleting, 4, extra: ",\"first-row-id\":3,\"added-rows\":0"), Given.MoveMain(9));
        Should.Throw<StaleSnapshotException>(() => new AppendUpdate("s3://b/list.avro").Apply(TableMetadataBuilder.From(newer, null), list, Given.Now));
    }

    [Fact]
    public void Apply_WithoutTheList_IsRefused() => Given.Refused(() => Given.Table().Apply("""{"action":"append","manifest-list":"s3://b/list.avro"}"""));

    [Fact]
    public void Parse_WithoutManifestList_IsRefused() => Given.Refused(() => Given.Update("""{"action":"append"}""")).Field.ShouldBe("manifest-list");

    private static TableMetadata Append(TableMetadata table)
    {
        var builder = TableMetadataBuilder.From(table, "s3://b/t/metadata/1.json");
        new AppendUpdate("s3://b/list.avro").Apply(builder, List, Given.Now);

        TableMetadata built = builder.Build(Given.Now);
        built.ShouldBeReadBackAsItIs();
        return built;
    }
}
