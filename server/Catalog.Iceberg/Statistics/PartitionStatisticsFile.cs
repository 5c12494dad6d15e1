using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Statistics;

/// <summary>A file of partition statistics of a snapshot.</summary>
public sealed class PartitionStatisticsFile : IElement
{
    internal PartitionStatisticsFile(long snapshotId, string statisticsPath, long fileSizeInBytes, ReadOnlyMemory<byte> json)
    {
        SnapshotId = snapshotId;
        StatisticsPath = statisticsPath;
        FileSizeInBytes = fileSizeInBytes;
        Json = json;
    }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; }

    /// <summary>The place of the file.</summary>
    public string StatisticsPath { get; }

    /// <summary>The size of the file.</summary>
    public long FileSizeInBytes { get; }

    /// <summary>The JSON as it was read.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SnapshotId;
}
