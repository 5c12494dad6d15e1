namespace Catalog.Core;

/// <summary>Which snapshots a load answers.</summary>
public enum SnapshotMode
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that a branch or tag points to.</summary>
    Refs,
}
