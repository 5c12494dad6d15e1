namespace Catalog.Sdk.Tables;

/// <summary>A Puffin file with statistics of one snapshot.</summary>
public sealed record StatisticsFile : IcebergObject
{
    /// <summary>The snapshot that the statistics describe.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The location of the file.</summary>
    public required string StatisticsPath { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long FileSizeInBytes { get; init; }

    /// <summary>The size of its footer in bytes.</summary>
    public required long FileFooterSizeInBytes { get; init; }

    /// <summary>Base64 metadata of the key that encrypts the file.</summary>
    public string? KeyMetadata { get; init; }

    /// <summary>What the blobs in the file are.</summary>
    public IReadOnlyList<BlobMetadata> BlobMetadata { get; init => field = value ?? []; } = [];
}
