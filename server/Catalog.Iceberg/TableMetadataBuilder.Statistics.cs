using Catalog.Iceberg.Json;
using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg;

/// <content>Statistics files.</content>
public sealed partial class TableMetadataBuilder
{
    private ElementList<StatisticsFile> _statistics = ElementList<StatisticsFile>.Empty;
    private ElementList<PartitionStatisticsFile> _partitionStatistics = ElementList<PartitionStatisticsFile>.Empty;

    internal void SetStatistics(StatisticsFile file)
    {
        SettleRemovals();
        _statistics = Replace(_statistics, file);
    }

    internal void RemoveStatistics(long snapshotId)
    {
        SettleRemovals();
        _statistics = Without(_statistics, snapshotId);
    }

    internal void SetPartitionStatistics(PartitionStatisticsFile file)
    {
        SettleRemovals();
        _partitionStatistics = Replace(_partitionStatistics, file);
    }

    internal void RemovePartitionStatistics(long snapshotId)
    {
        SettleRemovals();
        _partitionStatistics = Without(_partitionStatistics, snapshotId);
    }

    private ElementList<T> Replace<T>(ElementList<T> files, T file)
        where T : class, IElement
    {
        if (files.Find(file.Key)?.Json.Span.SequenceEqual(file.Json.Span) == true)
        {
            return files;
        }

        HasChanges = true;
        return (files.Contains(file.Key) ? files.Where(known => known.Key != file.Key) : files).Append(file);
    }

    private ElementList<T> Without<T>(ElementList<T> files, long snapshotId)
        where T : class, IElement
    {
        ElementList<T> kept = files.Contains(snapshotId) ? files.Where(known => known.Key != snapshotId) : files;
        HasChanges |= !ReferenceEquals(kept, files);
        return kept;
    }
}
