using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Tables;

/// <summary>The metadata of a table, format versions 1 to 3 (Iceberg spec, "Table Metadata").</summary>
public sealed record TableMetadata : IcebergObject
{
    /// <summary>The format version: 1, 2 or 3.</summary>
    public int FormatVersion { get; init; }

    /// <summary>The uuid of the table, as it is written in the metadata.</summary>
    public string? TableUuid { get; init; }

    /// <summary>The base location of the table.</summary>
    public string? Location { get; init; }

    /// <summary>The highest sequence number given out (version 2 and later).</summary>
    public long? LastSequenceNumber { get; init; }

    /// <summary>When the table was last changed, in milliseconds since the Unix epoch.</summary>
    public long LastUpdatedMs { get; init; }

    /// <summary>The highest field id ever given out.</summary>
    public long LastColumnId { get; init; }

    /// <summary>All schemas.</summary>
    public IReadOnlyList<Schema> Schemas { get; init => field = value ?? []; } = [];

    /// <summary>The id of the current schema.</summary>
    public long CurrentSchemaId { get; init; }

    /// <summary>All partition specs.</summary>
    public IReadOnlyList<PartitionSpec> PartitionSpecs { get; init => field = value ?? []; } = [];

    /// <summary>The id of the partition spec that writers use.</summary>
    public long DefaultSpecId { get; init; }

    /// <summary>The highest partition field id ever given out.</summary>
    public long LastPartitionId { get; init; }

    /// <summary>All sort orders.</summary>
    public IReadOnlyList<SortOrder> SortOrders { get; init => field = value ?? []; } = [];

    /// <summary>The id of the sort order that writers use.</summary>
    public long DefaultSortOrderId { get; init; }

    /// <summary>The properties of the table, values as they were written.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;

    /// <summary>The id of the current snapshot; null when the table has none, whichever way the metadata says so.</summary>
    public long? CurrentSnapshotId { get; init => field = value is -1 ? null : value; }

    /// <summary>The snapshots that are known.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; init => field = value ?? []; } = [];

    /// <summary>The history of the current snapshot, oldest first.</summary>
    public IReadOnlyList<SnapshotLogEntry> SnapshotLog { get; init => field = value ?? []; } = [];

    /// <summary>The history of metadata files, oldest first.</summary>
    public IReadOnlyList<MetadataLogEntry> MetadataLog { get; init => field = value ?? []; } = [];

    /// <summary>The branches and tags by name.</summary>
    public IReadOnlyDictionary<string, SnapshotReference> Refs { get; init => field = value ?? NoRefs; } = NoRefs;

    /// <summary>The statistics files, at most one for each snapshot.</summary>
    public IReadOnlyList<StatisticsFile> Statistics { get; init => field = value ?? []; } = [];

    /// <summary>The partition statistics files, at most one for each snapshot.</summary>
    public IReadOnlyList<PartitionStatisticsFile> PartitionStatistics { get; init => field = value ?? []; } = [];

    /// <summary>The next row id to give out (version 3).</summary>
    public long? NextRowId { get; init; }

    /// <summary>The encryption keys (version 3).</summary>
    public IReadOnlyList<EncryptedKey> EncryptionKeys { get; init => field = value ?? []; } = [];

    /// <summary>The current schema.</summary>
    /// <exception cref="InvalidOperationException">The metadata does not hold it.</exception>
    [JsonIgnore]
    public Schema CurrentSchema => Schemas.FirstOrDefault(s => (s.SchemaId ?? 0) == CurrentSchemaId)
        ?? (UnknownFields?.TryGetValue("schema", out JsonElement only) == true ? only.Deserialize(CatalogJson.Default.Schema) : null)
        ?? throw new InvalidOperationException($"The metadata does not hold its current schema, {CurrentSchemaId}.");

    /// <summary>The partition spec that writers use, or null when the metadata does not hold it.</summary>
    [JsonIgnore]
    public PartitionSpec? DefaultSpec => PartitionSpecs.FirstOrDefault(s => (s.SpecId ?? 0) == DefaultSpecId);

    /// <summary>The sort order that writers use, or null when the metadata does not hold it.</summary>
    [JsonIgnore]
    public SortOrder? DefaultSortOrder => SortOrders.FirstOrDefault(o => (o.OrderId ?? 0) == DefaultSortOrderId);

    /// <summary>The current snapshot, or null when the table has none.</summary>
    [JsonIgnore]
    public Snapshot? CurrentSnapshot => CurrentSnapshotId is { } id ? FindSnapshot(id) : null;

    private static IReadOnlyDictionary<string, SnapshotReference> NoRefs { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, SnapshotReference>.Empty;

    /// <summary>The snapshot of that id, or null.</summary>
    /// <param name="snapshotId">The id.</param>
    /// <returns>The snapshot, or null when the metadata does not hold it.</returns>
    public Snapshot? FindSnapshot(long snapshotId) => Snapshots.FirstOrDefault(s => s.SnapshotId == snapshotId);

    /// <summary>The branch or tag of that name; <c>main</c> is found by the current snapshot too, where metadata has no refs.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The reference, or null when there is none.</returns>
    public SnapshotReference? FindReference(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Refs.TryGetValue(name, out SnapshotReference? reference) ? reference
            : name == "main" && CurrentSnapshotId is { } id ? new SnapshotReference { SnapshotId = id, Type = "branch" }
            : null;
    }

    /// <summary>Reads metadata from the JSON form of the Iceberg spec.</summary>
    /// <param name="utf8">The JSON in UTF-8.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="JsonException">The JSON is not table metadata.</exception>
    public static TableMetadata Parse(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, CatalogJson.Default.TableMetadata) ?? throw new JsonException("The metadata is null.");
}
