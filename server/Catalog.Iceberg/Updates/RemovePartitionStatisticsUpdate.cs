namespace Catalog.Iceberg.Updates;

/// <summary>Removes the file of partition statistics of a snapshot.</summary>
/// <param name="SnapshotId">The snapshot.</param>
public sealed record RemovePartitionStatisticsUpdate(long SnapshotId) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemovePartitionStatistics(SnapshotId);
    }
}
