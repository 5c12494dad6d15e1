using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Attaches a partition statistics file to its snapshot.</summary>
/// <param name="PartitionStatistics">The statistics file.</param>
public sealed record SetPartitionStatisticsUpdate(PartitionStatisticsFile PartitionStatistics) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-partition-statistics";
}
