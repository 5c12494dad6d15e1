namespace Catalog.Iceberg.Snapshots;

/// <summary>The kinds of references to snapshots.</summary>
public enum SnapshotRefType
{
    /// <summary>Moves with commits.</summary>
    Branch,

    /// <summary>Stays where it is.</summary>
    Tag,
}
