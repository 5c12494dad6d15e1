using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Updates;

/// <summary>Adds a snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
public sealed record AddSnapshotUpdate(Snapshot Snapshot) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSnapshot(Snapshot);
    }
}
