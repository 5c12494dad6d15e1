using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Detaches the statistics file of a snapshot.</summary>
/// <param name="SnapshotId">The snapshot.</param>
public sealed record RemoveStatisticsUpdate(long SnapshotId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-statistics";
}
