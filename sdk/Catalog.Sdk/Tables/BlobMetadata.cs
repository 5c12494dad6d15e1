namespace Catalog.Sdk.Tables;

/// <summary>One blob of a statistics file.</summary>
public sealed record BlobMetadata : IcebergObject
{
    /// <summary>The type of the blob, such as <c>apache-datasketches-theta-v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The snapshot from which the blob was computed.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The sequence number of that snapshot.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>The ids of the columns that the blob describes.</summary>
    public IReadOnlyList<long> Fields { get; init => field = value ?? []; } = [];

    /// <summary>Further properties of the blob.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
