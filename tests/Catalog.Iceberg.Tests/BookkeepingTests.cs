using System.Text;

namespace Catalog.Iceberg.Tests;

public sealed class BookkeepingTests
{
    [Fact]
    public void Build_NoChange_ReturnsTheBase()
    {
        TableMetadata table = Given.Table();
        var builder = TableMetadataBuilder.From(table, "s3://b/t/metadata/1.json");
        builder.HasChanges.ShouldBeFalse();
        builder.Build(Given.Now).ShouldBeSameAs(table);
    }

    [Fact]
    public void Build_Change_LogsTheOldFileUnderTheOldTime()
    {
        TableMetadata table = Given.Table();
        TableMetadata next = table.Apply("""{"action":"set-properties","updates":{"a":"1"}}""");
        next.MetadataLog.Single().MetadataFile.ShouldBe("s3://b/t/metadata/00001.metadata.json");
        next.MetadataLog.Single().TimestampMs.ShouldBe(table.LastUpdatedMs);
        next.LastUpdatedMs.ShouldBe(Given.Now);
    }

    [Fact]
    public void Build_TimeGoesBackwards_LastUpdatedDoesNot() =>
        Given.Table().ApplyAt(5, """{"action":"set-properties","updates":{"a":"1"}}""").LastUpdatedMs.ShouldBe(Given.Now - 1000);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("0", 1)]
    [InlineData("-4", 1)]
    [InlineData("many", 100)]
    public void Build_MetadataLog_KeepsAsManyAsTheNewPropertiesSay(string max, int kept)
    {
        TableMetadata table = Given.Table();
        for (int i = 0; i < 105; i++)
        {
            var builder = TableMetadataBuilder.From(table, $"s3://b/t/metadata/{i}.json");
            table = builder.Apply(Given.Update($$"""{"action":"set-properties","updates":{"n":"{{i}}"} }""")).Build(Given.Now + i);
            table.ShouldBeReadBackAsItIs();
            builder.DroppedMetadataFiles.ShouldBe(i < 100 ? [] : [$"s3://b/t/metadata/{i - 100}.json"]);
        }

        table.MetadataLog.Count.ShouldBe(100);
        table.MetadataLog[0].MetadataFile.ShouldBe("s3://b/t/metadata/5.json");
        TableMetadata trimmed = table.ApplyAt(Given.Now + 200, $$"""{"action":"set-properties","updates":{"write.metadata.previous-versions-max":"{{max}}"} }""");
        trimmed.MetadataLog.Count.ShouldBe(kept);
        trimmed.MetadataLog[^1].MetadataFile.ShouldBe("s3://b/t/metadata/00001.metadata.json");
    }

    [Fact]
    public void Build_UnknownMembers_SurviveAtEveryLevel()
    {
        string json = Given.TableJson(2, """{"id":1,"name":"id","required":true,"type":"long","x-f":{"deep":[1e400,"\u00e9"]}}""", """
            ,"x-top":{"n":12345678901234567890.123,"s":"\u00e9"},"snapshots":[{"snapshot-id":1,"timestamp-ms":1,"sequence-number":0,"summary":{"operation":"append","x":"y"},"manifest-list":"m","x-s":-0.0}],
            "snapshot-log":[{"timestamp-ms":1,"snapshot-id":1,"x-l":1}],"refs":{"main":{"type":"branch","snapshot-id":1,"x-r":[]}},"current-snapshot-id":1,
            "metadata-log":[{"timestamp-ms":1,"metadata-file":"f","x-m":null}]
            """);
        TableMetadata table = TableMetadata.Parse(Encoding.UTF8.GetBytes(json)).Apply(
            """{"action":"set-properties","updates":{"a":"1"}}""",
            """{"action":"add-schema","schema":{"type":"struct","x-schema":1,"fields":[{"id":1,"name":"id","required":true,"type":"long","doc":"new","x-g":2}]}}""");
        string text = Given.Text(table);
        foreach (string kept in (string[])["""
            "x-f":{"deep":[1e400,"\u00e9"]}
            """, """
            "x-top":{"n":12345678901234567890.123,"s":"\u00e9"}
            """, "\"x-s\":-0.0", "\"x-l\":1", "\"x-r\":[]", "\"x-m\":null", "\"x-schema\":1"])
        {
            text.ShouldContain(kept.Trim());
        }
    }

    [Fact]
    public void SnapshotsOfRefs_KeepsOnlyReferencedSnapshots()
    {
        TableMetadata table = Given.Table()
            .Apply(Given.Snapshot(1), Given.MoveMain(1), Given.Ref("t", 1, "tag"))
            .Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2))
            .Apply(Given.Snapshot(3, 2, 3), Given.MoveMain(3));
        TableMetadata seen = TableMetadata.Parse(table.SnapshotsOfRefs());
        seen.Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe([1, 3]);
        seen.SnapshotLog.Count.ShouldBe(3);
        seen.Refs.Count.ShouldBe(2);
        table.Snapshots.Count.ShouldBe(3);
        table.ShouldBeReadBackAsItIs();
        table.Apply("""{"action":"remove-snapshots","snapshot-ids":[2]}""").SnapshotsOfRefs().Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Build_TwoCommitsFromOneBase_DoNotSeeEachOther()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1));
        TableMetadata left = table.Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2));
        TableMetadata right = table.Apply(Given.Snapshot(3, 1, 2), Given.MoveMain(3));
        left.Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe([1, 2]);
        right.Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe([1, 3]);
        table.Snapshots.Count.ShouldBe(1);
        left.Apply(Given.Snapshot(4, 2, 3)).Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe([1, 2, 4]);
    }
}
