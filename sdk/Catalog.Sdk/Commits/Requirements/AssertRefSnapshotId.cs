using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>A branch or tag points where it did; with no snapshot id, it does not exist.</summary>
/// <param name="Ref">The name of the reference.</param>
/// <param name="SnapshotId">The expected snapshot, or null when the reference must not exist.</param>
public sealed record AssertRefSnapshotId(string Ref, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? SnapshotId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-ref-snapshot-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current)
    {
        long? actual = current?.FindReference(Ref)?.SnapshotId;
        return (actual, SnapshotId) switch
        {
            _ when actual == SnapshotId => null,
            (_, null) => $"reference {Ref} was created concurrently",
            (null, _) => $"branch or tag {Ref} is missing, expected {SnapshotId}",
            _ => $"branch or tag {Ref} has changed: expected id {SnapshotId} != {actual}",
        };
    }
}
