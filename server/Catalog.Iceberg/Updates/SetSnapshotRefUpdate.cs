using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Updates;

/// <summary>Makes or moves a branch or tag.</summary>
/// <param name="RefName">Its name.</param>
/// <param name="Reference">Where it points, and what expiry keeps.</param>
public sealed record SetSnapshotRefUpdate(string RefName, SnapshotRef Reference) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetRef(RefName, Reference);
    }
}
