namespace Catalog.Core;

/// <summary>How the catalog is set up.</summary>
public sealed record CatalogOptions
{
    /// <summary>The data folder, absolute.</summary>
    public required string DataPath { get; init; }

    /// <summary>URI prefixes beside the warehouses' own folders that clients may name, where they may choose at all.</summary>
    public IReadOnlyList<string> AllowedLocations { get; init; } = [];

    /// <summary>How long the receipt of an idempotent call is kept; 30 minutes by default.</summary>
    public TimeSpan IdempotencyLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many bytes of table metadata are kept in memory, about; 32 MiB by default.</summary>
    public long MetadataCacheBytes { get; init; } = 32 << 20;

    /// <summary>The largest metadata file, unpacked; 256 MiB by default.</summary>
    public int MaxMetadataBytes { get; init; } = 256 << 20;

    /// <summary>
    /// From which size on a metadata file is synced before its commit, in bytes; smaller ones stand in the commit's own
    /// transaction and are synced later, many at once. 256 KiB by default; 0 syncs each.
    /// </summary>
    public int SyncFilesFrom { get; init; } = 256 << 10;

    /// <summary>How old a metadata file that nothing refers to must be before it is removed; 3 days by default.</summary>
    public TimeSpan OrphanAge { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long reports of scans and commits are kept; 30 days by default.</summary>
    public TimeSpan MetricsAge { get; init; } = TimeSpan.FromDays(30);
}
