using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg.Updates;

/// <summary>Sets the file of column statistics of a snapshot.</summary>
/// <param name="Statistics">The file.</param>
public sealed record SetStatisticsUpdate(StatisticsFile Statistics) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetStatistics(Statistics);
    }
}
