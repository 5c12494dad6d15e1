using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>No partition field id has been given out since the table was read.</summary>
/// <param name="LastAssignedPartitionId">The expected last partition id.</param>
public sealed record AssertLastAssignedPartitionId(long LastAssignedPartitionId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-last-assigned-partition-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current?.LastPartitionId == LastAssignedPartitionId ? null : $"last assigned partition id changed: expected {LastAssignedPartitionId} != {current?.LastPartitionId}";
}
