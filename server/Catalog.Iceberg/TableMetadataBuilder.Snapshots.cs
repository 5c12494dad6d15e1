using Catalog.Iceberg.Json;
using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg;

/// <content>Snapshots, references and statistics.</content>
public sealed partial class TableMetadataBuilder
{
    private static readonly string[] Operations = ["append", "replace", "overwrite", "delete"];

    private ElementList<Snapshot> _snapshots = ElementList<Snapshot>.Empty;
    private long? _currentSnapshotId;
    private long _lastSequenceNumber;
    private long _nextRowId;
    private HashSet<long>? _addedSnapshotIds;
    private bool _snapshotsRemoved;
    private List<long>? _mainMoves;

    private NamedMap<SnapshotRef> _refs = NamedMap<SnapshotRef>.Empty;
    private OrderedDictionary<string, NamedMap<SnapshotRef>.Entry>? _changedRefs;

    private ElementList<StatisticsFile> _statistics = ElementList<StatisticsFile>.Empty;
    private ElementList<PartitionStatisticsFile> _partitionStatistics = ElementList<PartitionStatisticsFile>.Empty;

    internal void AddSnapshot(Snapshot snapshot)
    {
        CheckCanAdd(snapshot);
        if (_formatVersion == 1)
        {
            snapshot = WithoutSequenceNumber(snapshot);
        }
        else
        {
            if (snapshot.SequenceNumber <= _lastSequenceNumber && snapshot.ParentSnapshotId is not null)
            {
                throw new StaleSnapshotException(
                    $"Cannot add snapshot with sequence number {snapshot.SequenceNumber} older than last sequence number {_lastSequenceNumber}");
            }

            _lastSequenceNumber = Math.Max(_lastSequenceNumber, snapshot.SequenceNumber);
        }

        if (_formatVersion >= 3)
        {
            _nextRowId = NextRowIdAfter(snapshot);
        }

        _snapshots = _snapshots.Append(snapshot);
        (_addedSnapshotIds ??= []).Add(snapshot.SnapshotId);
        HasChanges = true;
    }

    internal void SetRef(string name, SnapshotRef reference)
    {
        SnapshotRef? existing = FindRef(name);
        if (existing?.SameAs(reference) == true)
        {
            return;
        }

        if (!_snapshots.Contains(reference.SnapshotId))
        {
            throw new MetadataValidationException($"Cannot set {name} to unknown snapshot: {reference.SnapshotId}", "snapshot-id");
        }

        reference.Check(name);
        if (name == SnapshotRef.Main)
        {
            // Its time is set when the commit is built: a move to an older snapshot happens then.
            (_mainMoves ??= []).Add(reference.SnapshotId);
            _currentSnapshotId = reference.SnapshotId;
        }

        ChangedRefs()[name] = NamedMapReader.Ref(name, reference);
        HasChanges = true;
    }

    internal void RemoveRef(string name)
    {
        if (FindRef(name) is null)
        {
            return;
        }

        ChangedRefs().Remove(name);
        if (name == SnapshotRef.Main)
        {
            _currentSnapshotId = null;
        }

        HasChanges = true;
    }

    internal void RemoveSnapshots(IReadOnlyCollection<long> snapshotIds)
    {
        HashSet<long> removed = [.. snapshotIds];
        removed.RemoveWhere(id => !_snapshots.Contains(id));
        if (removed.Count == 0)
        {
            return;
        }

        _snapshots = _snapshots.Where(snapshot => !removed.Contains(snapshot.SnapshotId));
        _statistics = _statistics.Where(file => !removed.Contains(file.SnapshotId));
        _partitionStatistics = _partitionStatistics.Where(file => !removed.Contains(file.SnapshotId));
        string[] dangling = [.. ChangedRefs().Values.Where(entry => removed.Contains(entry.Value.SnapshotId)).Select(entry => entry.Name)];
        foreach (string name in dangling)
        {
            RemoveRef(name);
        }

        _snapshotsRemoved = true;
        HasChanges = true;
    }

    internal void SetStatistics(StatisticsFile file) =>
        _statistics = Replace(_statistics, file);

    internal void RemoveStatistics(long snapshotId) =>
        _statistics = Without(_statistics, snapshotId);

    internal void SetPartitionStatistics(PartitionStatisticsFile file) =>
        _partitionStatistics = Replace(_partitionStatistics, file);

    internal void RemovePartitionStatistics(long snapshotId) =>
        _partitionStatistics = Without(_partitionStatistics, snapshotId);

    internal AppendBase ToAppendBase() => new(
        _formatVersion, _currentSnapshotId, _lastSequenceNumber, _base?.LastUpdatedMs ?? 0, _currentSchemaId, _nextRowId, FindRef(SnapshotRef.Main));

    private static Snapshot WithoutSequenceNumber(Snapshot snapshot) => SnapshotReader.Parse(
        JsonObjectEditor.Set(snapshot.Json, ("sequence-number", ReadOnlyMemory<byte>.Empty)));

    private void CheckCanAdd(Snapshot snapshot)
    {
        string? missing = _schemas.Count == 0 ? "schema" : _specs.Count == 0 ? "partition spec" : _orders.Count == 0 ? "sort order" : null;
        if (missing is not null)
        {
            throw new MetadataValidationException($"Attempting to add a snapshot before a {missing} is added");
        }

        if (snapshot.SnapshotId < 0 || snapshot.SequenceNumber < 0)
        {
            throw new MetadataValidationException("snapshot-id and sequence-number must not be negative", "snapshot-id");
        }

        if (_snapshots.Contains(snapshot.SnapshotId))
        {
            throw new MetadataValidationException($"Snapshot already exists for id: {snapshot.SnapshotId}", "snapshot-id");
        }

        if (!Operations.Contains(snapshot.Operation ?? throw JsonReading.Missing("summary.operation")))
        {
            throw new MetadataValidationException($"Unknown operation: {snapshot.Operation}", "summary.operation");
        }

        if (!snapshot.HasManifestList && (_formatVersion > 1 || snapshot.Manifests.Count == 0))
        {
            throw JsonReading.Missing("manifest-list");
        }
    }

    private long NextRowIdAfter(Snapshot snapshot)
    {
        if (snapshot.FirstRowId is not { } firstRowId)
        {
            throw new MetadataValidationException("Cannot add a snapshot: first-row-id is null", "first-row-id");
        }

        if (snapshot.AddedRows is not { } addedRows || addedRows < 0)
        {
            throw new MetadataValidationException("Cannot add a snapshot: added-rows is missing or negative", "added-rows");
        }

        if (firstRowId < _nextRowId)
        {
            throw new StaleSnapshotException(
                $"Cannot add a snapshot, first-row-id is behind table next-row-id: {firstRowId} < {_nextRowId}");
        }

        return addedRows <= long.MaxValue - _nextRowId
            ? _nextRowId + addedRows
            : throw new MetadataValidationException("Cannot add a snapshot: added-rows is too large", "added-rows");
    }

    private OrderedDictionary<string, NamedMap<SnapshotRef>.Entry> ChangedRefs() => _changedRefs ??= _refs.ToMutable();

    private SnapshotRef? FindRef(string name)
    {
        if (_changedRefs is null)
        {
            return _refs.GetValueOrDefault(name);
        }

        return _changedRefs.TryGetValue(name, out NamedMap<SnapshotRef>.Entry entry) ? entry.Value : null;
    }

    private ElementList<T> Replace<T>(ElementList<T> files, T file)
        where T : class, IElement
    {
        if (files.Find(file.Key)?.Json.Span.SequenceEqual(file.Json.Span) == true)
        {
            return files;
        }

        HasChanges = true;
        return files.Where(known => known.Key != file.Key).Append(file);
    }

    private ElementList<T> Without<T>(ElementList<T> files, long snapshotId)
        where T : class, IElement
    {
        ElementList<T> kept = files.Where(known => known.Key != snapshotId);
        HasChanges |= !ReferenceEquals(kept, files);
        return kept;
    }
}
