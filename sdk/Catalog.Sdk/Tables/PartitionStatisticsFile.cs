namespace Catalog.Sdk.Tables;

/// <summary>A file with statistics for each partition of one snapshot.</summary>
public sealed record PartitionStatisticsFile : IcebergObject
{
    /// <summary>The snapshot that the statistics describe.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The location of the file.</summary>
    public required string StatisticsPath { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long FileSizeInBytes { get; init; }
}
