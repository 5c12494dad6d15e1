using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Attaches a statistics file to its snapshot, in place of the one before.</summary>
/// <param name="Statistics">The statistics file.</param>
public sealed record SetStatisticsUpdate(StatisticsFile Statistics) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-statistics";

    /// <summary>The snapshot, for servers that still ask for it beside the file.</summary>
    public long? SnapshotId { get; init; }
}
