namespace Catalog.Iceberg.Updates;

/// <summary>Removes snapshots, with the references and statistics that point at them.</summary>
/// <param name="SnapshotIds">Their ids; unknown ones are ignored.</param>
public sealed record RemoveSnapshotsUpdate(IReadOnlyList<long> SnapshotIds) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveSnapshots(SnapshotIds);
    }
}
