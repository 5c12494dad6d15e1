using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Iceberg.Tests;

/// <summary>Random sequences of valid commits: every invariant holds after each, and reading back is identity.</summary>
public sealed class UpdateSequenceTests
{
    [Fact]
    public void Commits_InAnyOrder_KeepEveryInvariant() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60),
        Prop.ForAll(Gen.Choose(1, 3).Zip(Gen.Choose(0, 10_000).ListOf()).ToArbitrary(), Holds));

    [Fact]
    public void Updates_InOneCommitOrInMany_EndInTheSameTable() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60),
        Prop.ForAll(Gen.Choose(1, 3).Zip(Gen.Choose(0, 10_000).ListOf()).ToArbitrary(), SameInOneCommit));

    private static bool SameInOneCommit((int Version, List<int> Choices) run)
    {
        var model = new TableModel(run.Version);
        TableMetadata start = model.Table;
        run.Choices.ForEach(model.Step);
        TableMetadata atOnce = start.ApplyAt(model.Table.LastUpdatedMs, [.. model.Updates]);
        using JsonDocument many = JsonDocument.Parse(model.Table.ToUtf8());
        using JsonDocument one = JsonDocument.Parse(atOnce.ToUtf8());
        foreach (JsonProperty member in many.RootElement.EnumerateObject())
        {
            // The logs tell the two apart, as they should.
            if (member.Name is not ("metadata-log" or "snapshot-log" or "last-updated-ms"))
            {
                JsonElement.DeepEquals(one.RootElement.GetProperty(member.Name), member.Value).ShouldBeTrue(member.Name);
            }
        }

        return true;
    }

    private static bool Holds((int Version, List<int> Choices) run)
    {
        var model = new TableModel(run.Version);
        foreach (int choice in run.Choices)
        {
            model.Step(choice);
            CheckInvariants(model);
        }

        return true;
    }

    private static void CheckInvariants(TableModel model)
    {
        TableMetadata table = model.Table;
        table.ShouldBeReadBackAsItIs();
        table.Properties.ShouldBe(model.Properties, ignoreOrder: true);
        table.Snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe(model.Snapshots);
        table.Refs.ToDictionary(entry => entry.Key, entry => entry.Value.SnapshotId).ShouldBe(model.Refs, ignoreOrder: true);
        table.CurrentSnapshotId.ShouldBe(model.Refs.TryGetValue("main", out long main) ? main : null);
        table.Schemas.Select(schema => schema.SchemaId).ShouldBeUnique();
        table.PartitionSpecs.Select(spec => spec.SpecId).ShouldBeUnique();
        table.SortOrders.Select(order => order.OrderId).ShouldBeUnique();
        table.Schemas.ShouldContain(schema => schema.SchemaId == table.CurrentSchemaId);
        table.PartitionSpecs.ShouldContain(spec => spec.SpecId == table.DefaultSpecId);
        table.SortOrders.ShouldContain(order => order.OrderId == table.DefaultSortOrderId);
        table.LastColumnId.ShouldBeGreaterThanOrEqualTo(table.Schemas.Max(schema => schema.HighestFieldId));
        table.LastPartitionId.ShouldBeGreaterThanOrEqualTo(table.PartitionSpecs.Max(spec => spec.Fields.Select(field => field.FieldId!.Value).DefaultIfEmpty(999).Max()));
        table.MetadataLog.Count.ShouldBeLessThanOrEqualTo(100);
        table.LastSequenceNumber.ShouldBe(model.SequenceNumber);
        table.NextRowId.ShouldBe(model.NextRowId);
        table.LastUpdatedMs.ShouldBe(model.LastUpdatedMs);
        table.Statistics.Select(file => file.SnapshotId).ShouldBe(model.Statistics, ignoreOrder: true);
        if (table.SnapshotLog.Count > 0 && table.CurrentSnapshotId is { } current)
        {
            table.SnapshotLog[^1].SnapshotId.ShouldBe(current);
        }

        table.SnapshotLog.ShouldAllBe(entry => model.Snapshots.Contains(entry.SnapshotId));
        using JsonDocument document = JsonDocument.Parse(table.ToUtf8());
        document.RootElement.GetProperty("snapshots").GetArrayLength().ShouldBe(model.Snapshots.Count);
        Encoding.UTF8.GetString(table.ToUtf8()).ShouldContain("\"x-kept\":{\"n\":1e2}");
    }
}
