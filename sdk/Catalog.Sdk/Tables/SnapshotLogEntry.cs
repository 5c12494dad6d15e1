namespace Catalog.Sdk.Tables;

/// <summary>One entry of the history of the current snapshot.</summary>
public sealed record SnapshotLogEntry : IcebergObject
{
    /// <summary>The snapshot that became current.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>When it became current, in milliseconds since the Unix epoch.</summary>
    public required long TimestampMs { get; init; }
}
