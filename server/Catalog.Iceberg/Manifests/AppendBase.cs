using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Manifests;

/// <summary>What an append has to know of the table it comes on top of.</summary>
internal sealed record AppendBase(
    int FormatVersion, long? CurrentSnapshotId, long LastSequenceNumber, long LastUpdatedMs, int CurrentSchemaId, long NextRowId, SnapshotRef? Main)
{
    public static AppendBase Of(TableMetadata table) => new(
        table.FormatVersion,
        table.CurrentSnapshotId,
        table.LastSequenceNumber,
        table.LastUpdatedMs,
        table.CurrentSchemaId,
        table.NextRowId,
        table.Refs.GetValueOrDefault(SnapshotRef.Main));
}
