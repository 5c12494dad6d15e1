using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Creates a branch or a tag, or moves one.</summary>
/// <param name="RefName">The name; <c>main</c> is the current state of the table.</param>
/// <param name="Type"><c>branch</c> or <c>tag</c>.</param>
/// <param name="SnapshotId">The snapshot to point at.</param>
public sealed record SetSnapshotReferenceUpdate(string RefName, string Type, long SnapshotId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-snapshot-ref";

    /// <summary>For branches: how many snapshots expiry keeps at least.</summary>
    public int? MinSnapshotsToKeep { get; init; }

    /// <summary>For branches: the age in milliseconds up to which expiry keeps snapshots.</summary>
    public long? MaxSnapshotAgeMs { get; init; }

    /// <summary>The age in milliseconds after which expiry may drop the reference.</summary>
    public long? MaxRefAgeMs { get; init; }
}
