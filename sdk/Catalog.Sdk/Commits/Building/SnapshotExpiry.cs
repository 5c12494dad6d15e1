using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Which snapshots go when those older than a time do (Iceberg spec, "Snapshot Retention Policy").</summary>
internal static class SnapshotExpiry
{
    public static IReadOnlyList<long> Find(TableMetadata metadata, long olderThanMs, int retainLast)
    {
        HashSet<long> kept = [.. metadata.Snapshots.Where(s => s.TimestampMs >= olderThanMs).Select(s => s.SnapshotId)];
        foreach (SnapshotReference reference in References(metadata))
        {
            kept.Add(reference.SnapshotId);
            if (reference.Type == "branch")
            {
                Keep(metadata, reference, olderThanMs, retainLast, kept);
            }
        }

        return [.. metadata.Snapshots.Select(s => s.SnapshotId).Where(id => !kept.Contains(id))];
    }

    private static IEnumerable<SnapshotReference> References(TableMetadata metadata) =>
        metadata.Refs.Count > 0 ? metadata.Refs.Values : metadata.FindReference("main") is { } main ? [main] : [];

    private static void Keep(TableMetadata metadata, SnapshotReference branch, long olderThanMs, int retainLast, HashSet<long> kept)
    {
        int count = 0;
        int least = Math.Max(1, branch.MinSnapshotsToKeep ?? retainLast);
        long? newest = metadata.FindSnapshot(branch.SnapshotId)?.TimestampMs;
        long limit = branch.MaxSnapshotAgeMs is { } age && newest is { } from ? Math.Min(olderThanMs, from - age) : olderThanMs;
        for (Snapshot? s = metadata.FindSnapshot(branch.SnapshotId); s is not null; s = s.ParentSnapshotId is { } parent ? metadata.FindSnapshot(parent) : null)
        {
            if (count++ >= least && s.TimestampMs < limit)
            {
                return;
            }

            kept.Add(s.SnapshotId);
        }
    }
}
