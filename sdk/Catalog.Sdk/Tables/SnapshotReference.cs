namespace Catalog.Sdk.Tables;

/// <summary>A branch or a tag: a name for a snapshot, with its retention.</summary>
public sealed record SnapshotReference : IcebergObject
{
    /// <summary>The snapshot that the reference points to.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The kind of reference: <c>branch</c> or <c>tag</c>.</summary>
    public required string Type { get; init; }

    /// <summary>For branches: how many snapshots expiry keeps at least.</summary>
    public int? MinSnapshotsToKeep { get; init; }

    /// <summary>For branches: the age in milliseconds up to which expiry keeps snapshots.</summary>
    public long? MaxSnapshotAgeMs { get; init; }

    /// <summary>The age in milliseconds after which expiry may drop the reference; <c>main</c> never expires.</summary>
    public long? MaxRefAgeMs { get; init; }
}
