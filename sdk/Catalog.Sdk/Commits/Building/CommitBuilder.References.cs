using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

public sealed partial class CommitBuilder
{
    private const string Main = "main";

    /// <summary>Makes a branch.</summary>
    /// <param name="name">The name; there must be no branch or tag of it.</param>
    /// <param name="snapshotId">Where it begins; null takes the current snapshot.</param>
    /// <param name="minSnapshotsToKeep">How many snapshots expiry keeps on it at least.</param>
    /// <param name="maxSnapshotAge">The age up to which expiry keeps its snapshots.</param>
    /// <param name="maxRefAge">The age after which expiry may drop it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such snapshot, or the name is in use.</exception>
    public CommitBuilder CreateBranch(string name, long? snapshotId = null, int? minSnapshotsToKeep = null, TimeSpan? maxSnapshotAge = null, TimeSpan? maxRefAge = null) =>
        Create(new SetSnapshotReferenceUpdate(name, "branch", Existing(snapshotId))
        {
            MinSnapshotsToKeep = minSnapshotsToKeep,
            MaxSnapshotAgeMs = Milliseconds(maxSnapshotAge),
            MaxRefAgeMs = Milliseconds(maxRefAge),
        });

    /// <summary>Makes a tag.</summary>
    /// <param name="name">The name; there must be no branch or tag of it.</param>
    /// <param name="snapshotId">What it names; null takes the current snapshot.</param>
    /// <param name="maxRefAge">The age after which expiry may drop it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such snapshot, or the name is in use.</exception>
    public CommitBuilder CreateTag(string name, long? snapshotId = null, TimeSpan? maxRefAge = null) =>
        Create(new SetSnapshotReferenceUpdate(name, "tag", Existing(snapshotId)) { MaxRefAgeMs = Milliseconds(maxRefAge) });

    /// <summary>Points a branch or tag at another snapshot; its retention stays.</summary>
    /// <param name="name">The name of the branch or tag.</param>
    /// <param name="snapshotId">The snapshot.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such reference or snapshot.</exception>
    public CommitBuilder MoveReference(string name, long snapshotId)
    {
        SnapshotReference reference = _metadata.FindReference(name) ?? throw new ArgumentException($"There is no branch or tag '{name}'.", nameof(name));
        Require(new AssertRefSnapshotId(name, reference.SnapshotId));
        return Add(new SetSnapshotReferenceUpdate(name, reference.Type, Existing(snapshotId))
        {
            MinSnapshotsToKeep = reference.MinSnapshotsToKeep,
            MaxSnapshotAgeMs = reference.MaxSnapshotAgeMs,
            MaxRefAgeMs = reference.MaxRefAgeMs,
        });
    }

    /// <summary>Removes a branch or a tag.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such reference, or it is <c>main</c>.</exception>
    public CommitBuilder RemoveReference(string name)
    {
        SnapshotReference reference = _metadata.FindReference(name) ?? throw new ArgumentException($"There is no branch or tag '{name}'.", nameof(name));
        if (name == Main)
        {
            throw new ArgumentException("Without 'main' the table would be empty. Add that update itself if it is meant.", nameof(name));
        }

        Require(new AssertRefSnapshotId(name, reference.SnapshotId));
        return Add(new RemoveSnapshotReferenceUpdate(name));
    }

    /// <summary>Makes an earlier snapshot of <c>main</c> the current one.</summary>
    /// <param name="snapshotId">An ancestor of the current snapshot.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">It is no ancestor.</exception>
    public CommitBuilder RollbackTo(long snapshotId) => Ancestors().Any(s => s.SnapshotId == snapshotId)
        ? MoveReference(Main, snapshotId)
        : throw new ArgumentException($"Snapshot {snapshotId} is no ancestor of the current one.", nameof(snapshotId));

    /// <summary>Makes the snapshot that was current at a time the current one again.</summary>
    /// <param name="time">The time.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The table had no snapshot then.</exception>
    public CommitBuilder RollbackToTime(DateTimeOffset time) =>
        Ancestors().FirstOrDefault(s => s.TimestampMs <= time.ToUnixTimeMilliseconds()) is { } snapshot
            ? MoveReference(Main, snapshot.SnapshotId)
            : throw new ArgumentException($"The table had no snapshot at {time:O}.", nameof(time));

    /// <summary>Forgets snapshots older than a time that no branch needs and no tag names. Data files are not deleted.</summary>
    /// <param name="olderThan">The time.</param>
    /// <param name="retainLast">How many snapshots stay on each branch at least that does not say itself.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder ExpireSnapshots(DateTimeOffset olderThan, int retainLast = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retainLast, 1);
        IReadOnlyList<long> expired = SnapshotExpiry.Find(_metadata, olderThan.ToUnixTimeMilliseconds(), retainLast);
        if (expired.Count == 0)
        {
            return this;
        }

        foreach ((string name, SnapshotReference reference) in _metadata.Refs)
        {
            Require(new AssertRefSnapshotId(name, reference.SnapshotId));
        }

        return Add(new RemoveSnapshotsUpdate(expired));
    }

    private static long? Milliseconds(TimeSpan? age) => age is { } span ? (long)span.TotalMilliseconds : null;

    private CommitBuilder Create(SetSnapshotReferenceUpdate update)
    {
        ArgumentException.ThrowIfNullOrEmpty(update.RefName);
        if (_metadata.FindReference(update.RefName) is not null)
        {
            throw new ArgumentException($"There is a branch or tag '{update.RefName}' already.");
        }

        Require(new AssertRefSnapshotId(update.RefName, null));
        return Add(update);
    }

    private long Existing(long? snapshotId)
    {
        long id = snapshotId ?? _metadata.CurrentSnapshotId ?? throw new ArgumentException("The table has no snapshot yet.");
        return _metadata.FindSnapshot(id) is not null || _updates.OfType<AddSnapshotUpdate>().Any(u => u.Snapshot.SnapshotId == id)
            ? id
            : throw new ArgumentException($"There is no snapshot {id}.");
    }

    private IEnumerable<Snapshot> Ancestors()
    {
        for (Snapshot? s = _metadata.CurrentSnapshot; s is not null; s = s.ParentSnapshotId is { } parent ? _metadata.FindSnapshot(parent) : null)
        {
            yield return s;
        }
    }
}
