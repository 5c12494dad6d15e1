namespace Catalog.Iceberg.Tests;

public sealed class SnapshotRefUpdateTests
{
    private static readonly TableMetadata Table = Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1), Given.Snapshot(2, 1, 2));

    [Fact]
    public void SetRef_Branch_DoesNotTouchMainOrTheLog()
    {
        TableMetadata table = Table.Apply(Given.Ref("audit", 2, extra: ",\"min-snapshots-to-keep\":3,\"max-snapshot-age-ms\":4,\"max-ref-age-ms\":5,\"x-kept\":\"y\""));
        table.CurrentSnapshotId.ShouldBe(1);
        table.SnapshotLog.Count.ShouldBe(1);
        table.Refs["audit"].MinSnapshotsToKeep.ShouldBe(3);
        table.Refs["audit"].MaxSnapshotAgeMs.ShouldBe(4);
        table.Refs["audit"].MaxRefAgeMs.ShouldBe(5);
        Given.Text(table).ShouldContain("\"x-kept\":\"y\"");
        Given.Text(table).ShouldNotContain("ref-name");
    }

    [Fact]
    public void SetRef_Identical_ChangesNothing() => Table.Apply(Given.MoveMain(1)).ShouldBeSameAs(Table);

    [Fact]
    public void SetRef_OtherRetention_IsAChange()
    {
        TableMetadata table = Table.Apply(Given.Ref("main", 1, extra: ",\"min-snapshots-to-keep\":3"));
        table.Refs["main"].MinSnapshotsToKeep.ShouldBe(3);
        table.Apply(Given.MoveMain(2)).Refs["main"].MinSnapshotsToKeep.ShouldBeNull();
    }

    [Theory]
    [InlineData("main", "tag", "")]
    [InlineData("t", "tag", ",\"min-snapshots-to-keep\":3")]
    [InlineData("t", "tag", ",\"max-snapshot-age-ms\":3")]
    [InlineData("t", "tag", ",\"max-ref-age-ms\":0")]
    [InlineData("t", "branch", ",\"min-snapshots-to-keep\":0")]
    [InlineData("t", "branch", ",\"max-snapshot-age-ms\":-3")]
    [InlineData("t", "twig", "")]
    public void SetRef_BrokenRule_IsRefused(string name, string type, string extra) => Given.Refused(() => Table.Apply(Given.Ref(name, 1, type, extra)));

    [Fact]
    public void SetRef_UnknownSnapshot_IsRefused() => Given.Refused(() => Table.Apply(Given.Ref("t", 99))).Message.ShouldContain("unknown snapshot: 99");

    [Fact]
    public void RemoveRef_Main_LeavesNoCurrentSnapshot()
    {
        TableMetadata table = Table.Apply("""{"action":"remove-snapshot-ref","ref-name":"main"}""");
        table.CurrentSnapshotId.ShouldBeNull();
        table.Refs.ShouldBeEmpty();
        table.SnapshotLog.Count.ShouldBe(1);
        table.Apply("""{"action":"remove-snapshot-ref","ref-name":"main"}""").ShouldBeSameAs(table);
    }
}
