using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg;

/// <content>Putting the new version together.</content>
public sealed partial class TableMetadataBuilder
{
    private const long ToleratedSkewMs = 60_000;
    private const int DefaultPreviousVersions = 100;

    /// <summary>Makes the new version; the base itself when nothing would differ.</summary>
    /// <param name="nowMs">The time of the commit, in milliseconds since 1970.</param>
    /// <exception cref="MetadataValidationException">The updates, taken together, break a rule.</exception>
    public TableMetadata Build(long nowMs)
    {
        if (_base is not null && !HasChanges)
        {
            return _base;
        }

        if (_base is null)
        {
            CompleteCreation();
        }

        SettleRemovals();
        CheckFits();
        long updated = Math.Max(nowMs, _base?.LastUpdatedMs ?? long.MinValue);
        NamedMap<string> properties = _changedProperties is null ? _properties : NamedMap<string>.Of(_changedProperties.Values);
        return new TableMetadata
        {
            FormatVersion = _formatVersion,
            TableUuid = _uuid ?? Guid.NewGuid().ToString(),
            Location = _location ?? throw JsonReading.Missing("location"),
            LastSequenceNumber = _lastSequenceNumber,
            LastUpdatedMs = updated,
            LastColumnId = _lastColumnId,
            SchemaList = _schemas,
            CurrentSchemaId = _currentSchemaId,
            SpecList = _specs,
            DefaultSpecId = _defaultSpecId,
            LastPartitionId = _lastPartitionId,
            OrderList = _orders,
            DefaultSortOrderId = _defaultSortOrderId,
            PropertyMap = properties,
            CurrentSnapshotId = _currentSnapshotId,
            SnapshotList = _snapshots,
            SnapshotLogList = BuildSnapshotLog(updated),
            MetadataLogList = BuildMetadataLog(properties),
            RefMap = _changedRefs is null ? _refs : NamedMap<SnapshotRef>.Of(_changedRefs.Values),
            StatisticsList = _statistics,
            PartitionStatisticsList = _partitionStatistics,
            NextRowId = _nextRowId,
            KeyList = _keys,
            UnknownMembers = _base?.UnknownMembers ?? [],
        };
    }

    private void CompleteCreation()
    {
        if (_schemas.Count == 0)
        {
            throw new MetadataValidationException("Cannot create a table without a schema", "schema");
        }

        // A client that says nothing of partitions or order wants none.
        if (_specs.Count == 0)
        {
            AddSpec(PartitionSpecReader.OfFields("[]"u8.ToArray(), 0));
        }

        if (_orders.Count == 0)
        {
            AddSortOrder(SortOrder.Unsorted);
        }
    }

    private ElementList<SnapshotLogEntry> BuildSnapshotLog(long updated)
    {
        ElementList<SnapshotLogEntry> log = _base?.SnapshotLogList ?? ElementList<SnapshotLogEntry>.Empty;
        foreach (long snapshotId in _mainMoves ?? [])
        {
            bool isNew = _addedSnapshotIds?.Contains(snapshotId) == true;
            if (isNew && snapshotId != _currentSnapshotId)
            {
                // Never current to anyone: superseded before the commit was over.
                continue;
            }

            long moved = isNew ? _snapshots.Find(snapshotId)!.TimestampMs : updated;
            if (moved - ToleratedSkewMs > updated)
            {
                throw new MetadataValidationException(
                    $"Invalid snapshot timestamp {moved}: more than a minute after the time of the commit {updated}", "timestamp-ms");
            }

            // A writer whose clock is behind must not make the log unsorted: readers refuse such metadata.
            if (log.Count > 0 && log[log.Count - 1].TimestampMs - ToleratedSkewMs > moved)
            {
                moved = log[log.Count - 1].TimestampMs;
            }

            log = log.Append(SnapshotLogEntry.Of(moved, snapshotId));
        }

        return _snapshotsRemoved ? SinceLastGap(log) : log;
    }

    /// <summary>
    /// The entries after the last one whose snapshot is gone: with a gap in the middle, the snapshot before it would
    /// seem to have been current for longer than it was.
    /// </summary>
    private ElementList<SnapshotLogEntry> SinceLastGap(ElementList<SnapshotLogEntry> log)
    {
        HashSet<long> known = [.. _snapshots.Keys];
        for (int i = log.Count - 1; i >= 0; i--)
        {
            if (!known.Contains(log[i].SnapshotId))
            {
                return log.SkipFirst(i + 1);
            }
        }

        return log;
    }

    private ElementList<MetadataLogEntry> BuildMetadataLog(NamedMap<string> properties)
    {
        if (_base is null)
        {
            return ElementList<MetadataLogEntry>.Empty;
        }

        ElementList<MetadataLogEntry> log = _base.MetadataLogList;
        if (_baseLocation is null)
        {
            return log;
        }

        int kept = properties.TryGetValue("write.metadata.previous-versions-max", out string? text) && int.TryParse(text, out int max)
            ? Math.Max(1, max)
            : DefaultPreviousVersions;
        log = log.Append(MetadataLogEntry.Of(_base.LastUpdatedMs, _baseLocation));
        int dropped = Math.Max(0, log.Count - kept);
        DroppedMetadataFiles = [.. log.Items[..dropped].ToArray().Select(entry => entry.MetadataFile)];
        return log.SkipFirst(dropped);
    }
}
