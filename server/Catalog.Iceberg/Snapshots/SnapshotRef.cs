namespace Catalog.Iceberg.Snapshots;

/// <summary>A named reference to a snapshot: a branch or a tag.</summary>
public sealed class SnapshotRef
{
    /// <summary>The branch that readers read when they name none.</summary>
    public const string Main = "main";

    internal SnapshotRef(long snapshotId, SnapshotRefType type)
    {
        SnapshotId = snapshotId;
        Type = type;
    }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; }

    /// <summary>Branch or tag.</summary>
    public SnapshotRefType Type { get; }

    /// <summary>For a branch, how many snapshots expiry must keep.</summary>
    public int? MinSnapshotsToKeep { get; internal init; }

    /// <summary>For a branch, how old a snapshot may become.</summary>
    public long? MaxSnapshotAgeMs { get; internal init; }

    /// <summary>How old the reference itself may become.</summary>
    public long? MaxRefAgeMs { get; internal init; }

    /// <summary>The JSON of the reference, without its name.</summary>
    public ReadOnlyMemory<byte> Json { get; internal init; }

    internal bool SameAs(SnapshotRef other) =>
        SnapshotId == other.SnapshotId
        && Type == other.Type
        && MinSnapshotsToKeep == other.MinSnapshotsToKeep
        && MaxSnapshotAgeMs == other.MaxSnapshotAgeMs
        && MaxRefAgeMs == other.MaxRefAgeMs;

    internal void Check(string name)
    {
        if (Type == SnapshotRefType.Tag)
        {
            if (name == Main)
            {
                throw new MetadataValidationException("Cannot set main to a tag, it must be a branch", "type");
            }

            if (MinSnapshotsToKeep is not null)
            {
                throw new MetadataValidationException("Tags do not support setting min-snapshots-to-keep", "min-snapshots-to-keep");
            }

            if (MaxSnapshotAgeMs is not null)
            {
                throw new MetadataValidationException("Tags do not support setting max-snapshot-age-ms", "max-snapshot-age-ms");
            }
        }

        Positive(MinSnapshotsToKeep, "min-snapshots-to-keep");
        Positive(MaxSnapshotAgeMs, "max-snapshot-age-ms");
        Positive(MaxRefAgeMs, "max-ref-age-ms");
    }

    private static void Positive(long? value, string field)
    {
        if (value <= 0)
        {
            throw new MetadataValidationException($"{field} must be greater than 0", field);
        }
    }
}
