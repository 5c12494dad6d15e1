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
