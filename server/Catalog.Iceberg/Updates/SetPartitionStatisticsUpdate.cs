using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg.Updates;

/// <summary>Sets the file of partition statistics of a snapshot.</summary>
/// <param name="PartitionStatistics">The file.</param>
public sealed record SetPartitionStatisticsUpdate(PartitionStatisticsFile PartitionStatistics) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetPartitionStatistics(PartitionStatistics);
    }
}
