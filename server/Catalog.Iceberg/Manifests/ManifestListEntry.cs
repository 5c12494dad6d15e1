namespace Catalog.Iceberg.Manifests;

/// <summary>A manifest in a manifest list.</summary>
public sealed record ManifestListEntry
{
    /// <summary>The place of the manifest.</summary>
    public required string ManifestPath { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long ManifestLength { get; init; }

    /// <summary>The id of the spec its files are partitioned by.</summary>
    public int PartitionSpecId { get; init; }

    /// <summary>What its files hold.</summary>
    public ManifestContent Content { get; init; }

    /// <summary>The sequence number of the snapshot that added it; 0 in v1.</summary>
    public long SequenceNumber { get; init; }

    /// <summary>The snapshot that added it.</summary>
    public long? AddedSnapshotId { get; init; }

    /// <summary>How many files it adds, if known.</summary>
    public long? AddedFilesCount { get; init; }

    /// <summary>How many files it carries over, if known.</summary>
    public long? ExistingFilesCount { get; init; }

    /// <summary>How many files it removes, if known.</summary>
    public long? DeletedFilesCount { get; init; }

    /// <summary>How many rows its added files hold, if known.</summary>
    public long? AddedRowsCount { get; init; }

    /// <summary>How many rows its carried files hold, if known.</summary>
    public long? ExistingRowsCount { get; init; }

    /// <summary>How many rows its removed files held, if known.</summary>
    public long? DeletedRowsCount { get; init; }

    /// <summary>The first row id of its added rows (v3).</summary>
    public long? FirstRowId { get; init; }
}
