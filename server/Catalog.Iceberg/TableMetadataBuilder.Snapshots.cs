using Catalog.Iceberg.Json;
using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg;

/// <content>Snapshots and references.</content>
public sealed partial class TableMetadataBuilder
{
    private static readonly string[] Operations = ["append", "replace", "overwrite", "delete"];

    private ElementList<Snapshot> _snapshots = ElementList<Snapshot>.Empty;
    private long? _currentSnapshotId;
    private long _lastSequenceNumber;
    private long _nextRowId;
    private HashSet<long>? _addedSnapshotIds;
    private bool _snapshotsRemoved;
    private HashSet<long>? _unremoved;
    private List<long>? _mainMoves;

    private NamedMap<SnapshotRef> _refs = NamedMap<SnapshotRef>.Empty;
    private OrderedDictionary<string, NamedMap<SnapshotRef>.Entry>? _changedRefs;

    internal void AddSnapshot(Snapshot snapshot)
    {
        SettleRemovals();
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
        SettleRemovals();
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
        SettleRemovals();
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
        foreach (long id in snapshotIds)
        {
            if (_snapshots.Contains(id))
            {
                (_unremoved ??= []).Add(id);
                _snapshotsRemoved = true;
                HasChanges = true;
            }
        }
    }

    internal AppendBase ToAppendBase()
    {
        SettleRemovals();
        return new AppendBase(
            _formatVersion, _currentSnapshotId, _lastSequenceNumber, _base?.LastUpdatedMs ?? 0, _currentSchemaId, _nextRowId, FindRef(SnapshotRef.Main));
    }

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

    /// <summary>
    /// Takes out the snapshots that updates have asked to remove. Done before anything else looks, for clients send
    /// an update for each snapshot that they expire.
    /// </summary>
    private void SettleRemovals()
    {
        if (_unremoved is not { } removed)
        {
            return;
        }

        _unremoved = null;
        _snapshots = _snapshots.Where(snapshot => !removed.Contains(snapshot.SnapshotId));
        _statistics = _statistics.Where(file => !removed.Contains(file.SnapshotId));
        _partitionStatistics = _partitionStatistics.Where(file => !removed.Contains(file.SnapshotId));
        IEnumerable<KeyValuePair<string, SnapshotRef>> refs = _changedRefs is null
            ? _refs
            : _changedRefs.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Value));
        foreach (string name in refs.Where(entry => removed.Contains(entry.Value.SnapshotId)).Select(entry => entry.Key).ToArray())
        {
            RemoveRef(name);
        }
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
}
