namespace Catalog.Iceberg.Tests;

public sealed class SnapshotUpdateTests
{
    [Fact]
    public void AddSnapshot_OnMain_MovesTheCurrentSnapshotAndTheLog()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1, extra: ",\"schema-id\":0,\"x-kept\":[1.10]"), Given.MoveMain(1));
        table.CurrentSnapshotId.ShouldBe(1);
        table.LastSequenceNumber.ShouldBe(1);
        table.LastUpdatedMs.ShouldBe(Given.Now);
        table.SnapshotLog.Single().TimestampMs.ShouldBe(Given.Now);
        table.Snapshots[0].Summary["operation"].ShouldBe("append");
        table.Snapshots[0].ManifestList.ShouldBe("s3://b/t/metadata/snap-1.avro");
        Given.Text(table).ShouldContain("\"x-kept\":[1.10]");
    }

    [Fact]
    public void AddSnapshot_LargeId_IsKeptToTheDigit()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(9223372036854775807), Given.MoveMain(9223372036854775807));
        table.CurrentSnapshotId.ShouldBe(long.MaxValue);
        Given.Text(table).ShouldContain("\"current-snapshot-id\":9223372036854775807");
    }

    [Fact]
    public void AddSnapshot_KnownId_IsRefused() =>
        Given.Refused(() => Given.Table().Apply(Given.Snapshot(1), Given.Snapshot(1, sequence: 2))).Message.ShouldContain("already exists");

    [Fact]
    public void AddSnapshot_OldSequenceNumber_IsStaleUnlessItHasNoParent()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1, sequence: 5), Given.MoveMain(1));
        Should.Throw<StaleSnapshotException>(() => table.Apply(Given.Snapshot(2, 1, sequence: 5))).Message.ShouldContain("conflict");
        Should.Throw<RequirementFailedException>(() => table.Apply(Given.Snapshot(2, 1, sequence: 4)));
        TableMetadata replaced = table.Apply(Given.Snapshot(2, sequence: 3));
        replaced.LastSequenceNumber.ShouldBe(5);
        table.Apply(Given.Snapshot(2, 1, sequence: 6)).LastSequenceNumber.ShouldBe(6);
    }

    [Fact]
    public void AddSnapshot_V1_StoresNoSequenceNumber()
    {
        TableMetadata table = Given.Table(1).Apply(Given.Snapshot(1, sequence: 7), Given.MoveMain(1), Given.Snapshot(2, 1, sequence: 7));
        table.LastSequenceNumber.ShouldBe(0);
        Given.Text(table).ShouldNotContain("sequence-number");
        TableMetadata upgraded = table.Apply("""{"action":"upgrade-format-version","format-version":2}""");
        Given.Text(upgraded).ShouldContain("\"last-sequence-number\":0");
        Given.Text(upgraded).ShouldNotContain("\"schema\":");
        Given.Text(upgraded).ShouldNotContain("\"partition-spec\":");
    }

    [Theory]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"manifest-list":"m"}""", "summary.operation")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":{"x":"y"},"manifest-list":"m"}""", "summary.operation")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"upsert"},"manifest-list":"m"}""", "summary.operation")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append","n":1},"manifest-list":"m"}""", "summary")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":[],"manifest-list":"m"}""", "summary")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"}}""", "manifest-list")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"},"manifests":["m"]}""", "manifest-list")]
    [InlineData("""{"snapshot-id":1,"sequence-number":1,"summary":{"operation":"append"},"manifest-list":"m"}""", "timestamp-ms")]
    [InlineData("""{"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"},"manifest-list":"m"}""", "snapshot-id")]
    [InlineData("""{"snapshot-id":-5,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"},"manifest-list":"m"}""", "snapshot-id")]
    [InlineData("""{"snapshot-id":1e3,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"},"manifest-list":"m"}""", "snapshot-id")]
    [InlineData("""{"snapshot-id":9223372036854775808,"sequence-number":1,"timestamp-ms":1,"summary":{"operation":"append"},"manifest-list":"m"}""", "snapshot-id")]
    [InlineData("null", "snapshot")]
    [InlineData("7", "snapshot")]
    public void AddSnapshot_Malformed_IsRefusedByField(string snapshot, string field) =>
        Given.Refused(() => Given.Table().Apply($$"""{"action":"add-snapshot","snapshot":{{snapshot}}}""")).Field.ShouldBe(field);

    [Fact]
    public void AddSnapshot_V3_NeedsAndCountsRowIds()
    {
        TableMetadata table = Given.Table(3);
        Given.Refused(() => table.Apply(Given.Snapshot(1, extra: ",\"added-rows\":5"))).Field.ShouldBe("first-row-id");
        Given.Refused(() => table.Apply(Given.Snapshot(1, extra: ",\"first-row-id\":0"))).Field.ShouldBe("added-rows");
        TableMetadata first = table.Apply(Given.Snapshot(1, extra: ",\"first-row-id\":0,\"added-rows\":5"), Given.MoveMain(1));
        first.NextRowId.ShouldBe(5);
        Should.Throw<StaleSnapshotException>(() => first.Apply(Given.Snapshot(2, 1, 2, extra: ",\"first-row-id\":4,\"added-rows\":5")));
        first.Apply(Given.Snapshot(2, 1, 2, extra: ",\"first-row-id\":5,\"added-rows\":7")).NextRowId.ShouldBe(12);
        Given.Refused(() => first.Apply(Given.Snapshot(2, 1, 2, extra: $",\"first-row-id\":5,\"added-rows\":{long.MaxValue}"))).Field.ShouldBe("added-rows");
    }

    [Fact]
    public void AddSnapshot_BeforeASchema_IsRefused() => Given.Refused(() => Given.Create(Given.Snapshot(1))).Message.ShouldContain("before a schema");

    [Fact]
    public void Build_SnapshotOverAMinuteAhead_IsRefusedOnMain()
    {
        Given.Table().Apply(Given.Snapshot(1, timestamp: Given.Now + 59_000), Given.MoveMain(1)).SnapshotLog[0].TimestampMs.ShouldBe(Given.Now + 59_000);
        Given.Refused(() => Given.Table().Apply(Given.Snapshot(1, timestamp: Given.Now + 61_000), Given.MoveMain(1))).Field.ShouldBe("timestamp-ms");
    }

    [Fact]
    public void Build_WriterWithALateClock_LeavesTheLogSorted()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1));
        TableMetadata next = table.ApplyAt(Given.Now - 500_000, Given.Snapshot(2, 1, 2, Given.Now - 500_000), Given.MoveMain(2));
        next.LastUpdatedMs.ShouldBe(Given.Now);
        next.SnapshotLog[1].TimestampMs.ShouldBe(Given.Now);
        next.Snapshots[1].TimestampMs.ShouldBe(Given.Now - 500_000);
    }

    [Fact]
    public void Build_SupersededInOneCommit_IsNotInTheLog()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1));
        TableMetadata next = table.Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2), Given.Snapshot(3, 2, 3), Given.MoveMain(3));
        next.SnapshotLog.Select(entry => entry.SnapshotId).ShouldBe([1, 3]);
        next.Snapshots.Count.ShouldBe(3);
    }

    [Fact]
    public void Build_RollBack_IsLoggedAtTheTimeOfTheCommit()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1), Given.MoveMain(1)).Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2));
        TableMetadata back = table.ApplyAt(Given.Now + 9, Given.MoveMain(1));
        back.CurrentSnapshotId.ShouldBe(1);
        back.SnapshotLog.Select(entry => (entry.SnapshotId, entry.TimestampMs)).ShouldBe([(1, Given.Now), (2, Given.Now), (1, Given.Now + 9)]);
    }

    [Fact]
    public void RemoveSnapshots_TakesRefsStatisticsAndTheLogBeforeThem()
    {
        TableMetadata table = Given.Table()
            .Apply(Given.Snapshot(1), Given.MoveMain(1))
            .Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2), Given.Ref("two", 2, "tag"))
            .Apply(Given.Snapshot(3, 2, 3), Given.MoveMain(3))
            .Apply(
                """{"action":"set-statistics","statistics":{"snapshot-id":2,"statistics-path":"p","file-size-in-bytes":1,"file-footer-size-in-bytes":1,"blob-metadata":[]}}""",
                """{"action":"set-partition-statistics","partition-statistics":{"snapshot-id":2,"statistics-path":"p","file-size-in-bytes":1}}""");

        TableMetadata kept = table.Apply("""{"action":"remove-snapshots","snapshot-ids":[2,77]}""");
        kept.Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe([1, 3]);
        kept.Refs.Keys.ShouldBe(["main"]);
        kept.Statistics.ShouldBeEmpty();
        kept.PartitionStatistics.ShouldBeEmpty();
        kept.SnapshotLog.Select(entry => entry.SnapshotId).ShouldBe([3]);

        TableMetadata none = table.Apply("""{"action":"remove-snapshots","snapshot-ids":[3]}""");
        none.CurrentSnapshotId.ShouldBeNull();
        none.Refs.Keys.ShouldBe(["two"]);
        none.SnapshotLog.ShouldBeEmpty();
        table.Apply("""{"action":"remove-snapshots","snapshot-ids":[77]}""").ShouldBeSameAs(table);
    }

    [Fact]
    public void ReplaceTransaction_OfJava_Works()
    {
        TableMetadata table = Given.Table().Apply(Given.Snapshot(1, sequence: 4), Given.MoveMain(1));
        TableMetadata replaced = table.Apply(
            """{"action":"set-current-schema","schema-id":0}""",
            """{"action":"set-default-spec","spec-id":0}""",
            """{"action":"set-default-sort-order","sort-order-id":0}""",
            """{"action":"remove-snapshot-ref","ref-name":"main"}""",
            Given.Snapshot(2, sequence: 5),
            Given.MoveMain(2));
        replaced.CurrentSnapshotId.ShouldBe(2);
        replaced.SnapshotLog.Select(entry => entry.SnapshotId).ShouldBe([1, 2]);
    }
}
