namespace Catalog.Sdk.Tables;

/// <summary>Which snapshots a load answers.</summary>
public enum SnapshotMode
{
    /// <summary>Every snapshot that the metadata holds.</summary>
    All,

    /// <summary>Only those that a branch or tag points to; smaller for tables with long histories.</summary>
    Refs,
}
