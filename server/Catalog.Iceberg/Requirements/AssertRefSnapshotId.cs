using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Requirements;

/// <summary>A branch or tag must still point at the same snapshot.</summary>
/// <param name="Ref">The name of the branch or tag.</param>
/// <param name="SnapshotId">The expected snapshot; null when the reference must not exist.</param>
public sealed record AssertRefSnapshotId(string Ref, long? SnapshotId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        if (!Existing(current).Refs.TryGetValue(Ref, out SnapshotRef? actual))
        {
            if (SnapshotId is not null)
            {
                throw Failed($"branch or tag {Ref} is missing, expected {SnapshotId}");
            }

            return;
        }

        string type = actual.Type == SnapshotRefType.Branch ? "branch" : "tag";
        if (SnapshotId is null)
        {
            throw Failed($"{type} {Ref} was created concurrently");
        }

        if (SnapshotId != actual.SnapshotId)
        {
            throw Failed($"{type} {Ref} has changed: expected id {SnapshotId} != {actual.SnapshotId}");
        }
    }
}
