using Catalog.Iceberg.Json;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg;

/// <summary>The rules that tie the members of a metadata file together.</summary>
internal static class TableMetadataRules
{
    private const long ToleratedSkewMs = 60_000;

    public static void CheckUnique<T>(ElementList<T> list, string field)
        where T : class, IElement
    {
        var keys = new HashSet<long>(list.Count);
        foreach (long key in list.Keys)
        {
            if (!keys.Add(key))
            {
                throw new MetadataValidationException($"{field} holds id {key} more than once", field);
            }
        }
    }

    public static void CheckSnapshots(
        ElementList<Snapshot> snapshots, NamedMap<SnapshotRef> refs, long? current, long lastSequenceNumber)
    {
        CheckUnique(snapshots, "snapshots");
        foreach (Snapshot snapshot in snapshots.Items)
        {
            if (snapshot.SequenceNumber > lastSequenceNumber)
            {
                throw new MetadataValidationException(
                    $"Invalid snapshot with sequence number {snapshot.SequenceNumber} greater than last sequence number {lastSequenceNumber}", "sequence-number");
            }
        }

        if (current is { } id && !snapshots.Contains(id))
        {
            throw new MetadataValidationException($"Cannot find current-snapshot-id={id} in snapshots", "current-snapshot-id");
        }

        foreach ((string name, SnapshotRef reference) in refs)
        {
            if (!snapshots.Contains(reference.SnapshotId))
            {
                throw new MetadataValidationException($"Snapshot {reference.SnapshotId} for reference {name} does not exist in snapshots", "refs");
            }
        }

        if (refs.TryGetValue(SnapshotRef.Main, out SnapshotRef? main) && main.SnapshotId != current)
        {
            throw new MetadataValidationException(
                current is null
                    ? "Current snapshot is not set, but main branch exists"
                    : $"Current snapshot ID does not match main branch ({current} != {main.SnapshotId})",
                "current-snapshot-id");
        }
    }

    public static void CheckSorted(IEnumerable<long>? timestamps, long updated, string field)
    {
        long? last = null;
        foreach (long timestamp in timestamps ?? [])
        {
            if (last - ToleratedSkewMs > timestamp)
            {
                throw new MetadataValidationException($"{field} is not sorted by time", field);
            }

            last = timestamp;
        }

        if (last - ToleratedSkewMs > updated)
        {
            throw new MetadataValidationException($"Invalid update timestamp {updated}: before last {field} entry at {last}", "last-updated-ms");
        }
    }
}
