using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Statistics;

/// <summary>A file of column statistics of a snapshot.</summary>
public sealed class StatisticsFile : IElement
{
    internal StatisticsFile(long snapshotId, string statisticsPath, long fileSizeInBytes, long fileFooterSizeInBytes, ReadOnlyMemory<byte> json)
    {
        SnapshotId = snapshotId;
        StatisticsPath = statisticsPath;
        FileSizeInBytes = fileSizeInBytes;
        FileFooterSizeInBytes = fileFooterSizeInBytes;
        Json = json;
    }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; }

    /// <summary>The place of the file.</summary>
    public string StatisticsPath { get; }

    /// <summary>The size of the file.</summary>
    public long FileSizeInBytes { get; }

    /// <summary>The size of its footer.</summary>
    public long FileFooterSizeInBytes { get; }

    /// <summary>The JSON as it was read, blob metadata included.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SnapshotId;
}
