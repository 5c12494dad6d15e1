using System.Buffers;
using Catalog.Iceberg.Encryption;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;
using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg;

/// <summary>
/// The metadata of a table, format versions 1 to 3. Immutable: a changed version comes from
/// <see cref="TableMetadataBuilder"/> and shares with its base whatever did not change.
/// </summary>
public sealed class TableMetadata
{
    /// <summary>The lowest format version.</summary>
    public const int MinimumFormatVersion = 1;

    /// <summary>The highest format version that is understood.</summary>
    public const int SupportedFormatVersion = 3;

    /// <summary>The format version of a table whose creator names none.</summary>
    public const int DefaultFormatVersion = 2;

    private byte[]? _utf8;

    internal TableMetadata()
    {
    }

    /// <summary>The version of the table format.</summary>
    public int FormatVersion { get; internal init; }

    /// <summary>The identity of the table; null only in old v1 metadata.</summary>
    public string? TableUuid { get; internal init; }

    /// <summary>The table's base location, without a trailing slash.</summary>
    public string Location { get; internal init; } = string.Empty;

    /// <summary>The highest sequence number given; 0 in v1.</summary>
    public long LastSequenceNumber { get; internal init; }

    /// <summary>When the metadata was made, in milliseconds since 1970.</summary>
    public long LastUpdatedMs { get; internal init; }

    /// <summary>The highest column id ever given.</summary>
    public int LastColumnId { get; internal init; }

    /// <summary>All known schemas.</summary>
    public IReadOnlyList<Schema> Schemas => SchemaList;

    /// <summary>The id of the current schema.</summary>
    public int CurrentSchemaId { get; internal init; }

    /// <summary>The current schema.</summary>
    public Schema CurrentSchema => SchemaList.Find(CurrentSchemaId)!;

    /// <summary>All known partition specs.</summary>
    public IReadOnlyList<PartitionSpec> PartitionSpecs => SpecList;

    /// <summary>The id of the default partition spec.</summary>
    public int DefaultSpecId { get; internal init; }

    /// <summary>The highest partition field id ever given.</summary>
    public int LastPartitionId { get; internal init; }

    /// <summary>All known sort orders.</summary>
    public IReadOnlyList<SortOrder> SortOrders => OrderList;

    /// <summary>The id of the default sort order.</summary>
    public int DefaultSortOrderId { get; internal init; }

    /// <summary>The table properties.</summary>
    public IReadOnlyDictionary<string, string> Properties => PropertyMap;

    /// <summary>The current snapshot, or null while there is none.</summary>
    public long? CurrentSnapshotId { get; internal init; }

    /// <summary>All snapshots.</summary>
    public IReadOnlyList<Snapshot> Snapshots => SnapshotList;

    /// <summary>Which snapshot was current when.</summary>
    public IReadOnlyList<SnapshotLogEntry> SnapshotLog => SnapshotLogList;

    /// <summary>The earlier metadata files.</summary>
    public IReadOnlyList<MetadataLogEntry> MetadataLog => MetadataLogList;

    /// <summary>Branches and tags.</summary>
    public IReadOnlyDictionary<string, SnapshotRef> Refs => RefMap;

    /// <summary>Files of column statistics.</summary>
    public IReadOnlyList<StatisticsFile> Statistics => StatisticsList;

    /// <summary>Files of partition statistics.</summary>
    public IReadOnlyList<PartitionStatisticsFile> PartitionStatistics => PartitionStatisticsList;

    /// <summary>The next row id; 0 before v3.</summary>
    public long NextRowId { get; internal init; }

    /// <summary>The encryption keys.</summary>
    public IReadOnlyList<EncryptedKey> EncryptionKeys => KeyList;

    internal ElementList<Schema> SchemaList { get; init; } = ElementList<Schema>.Empty;

    internal ElementList<PartitionSpec> SpecList { get; init; } = ElementList<PartitionSpec>.Empty;

    internal ElementList<SortOrder> OrderList { get; init; } = ElementList<SortOrder>.Empty;

    internal NamedMap<string> PropertyMap { get; init; } = NamedMap<string>.Empty;

    internal ElementList<Snapshot> SnapshotList { get; init; } = ElementList<Snapshot>.Empty;

    internal ElementList<SnapshotLogEntry> SnapshotLogList { get; init; } = ElementList<SnapshotLogEntry>.Empty;

    internal ElementList<MetadataLogEntry> MetadataLogList { get; init; } = ElementList<MetadataLogEntry>.Empty;

    internal NamedMap<SnapshotRef> RefMap { get; init; } = NamedMap<SnapshotRef>.Empty;

    internal ElementList<StatisticsFile> StatisticsList { get; init; } = ElementList<StatisticsFile>.Empty;

    internal ElementList<PartitionStatisticsFile> PartitionStatisticsList { get; init; } = ElementList<PartitionStatisticsFile>.Empty;

    internal ElementList<EncryptedKey> KeyList { get; init; } = ElementList<EncryptedKey>.Empty;

    /// <summary>Gets the members of the top level that the format does not know, each with its name.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> UnknownMembers { get; init; } = [];

    /// <summary>Reads table metadata. The memory is kept: it must not change afterwards.</summary>
    /// <param name="utf8">The JSON, not compressed.</param>
    /// <exception cref="MetadataValidationException">It is not JSON, or breaks a rule of the format.</exception>
    public static TableMetadata Parse(ReadOnlyMemory<byte> utf8) => TableMetadataParser.Parse(utf8);

    /// <summary>Returns the snapshot of that id, or null.</summary>
    /// <param name="snapshotId">The id.</param>
    public Snapshot? FindSnapshot(long snapshotId) => SnapshotList.Find(snapshotId);

    /// <summary>Returns the JSON. Made once and shared: it must not be changed.</summary>
    public byte[] ToUtf8() => _utf8 ??= TableMetadataWriter.Write(this, SnapshotList);

    /// <summary>Writes the JSON.</summary>
    /// <param name="output">Where to.</param>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(ToUtf8());
    }

    /// <summary>
    /// Returns the JSON with only those snapshots that a branch or tag points at; everything else is the same.
    /// This is what a load with <c>snapshots=refs</c> answers.
    /// </summary>
    public byte[] SnapshotsOfRefs()
    {
        var referenced = RefMap.Values.Select(reference => reference.SnapshotId).ToHashSet();
        ElementList<Snapshot> kept = SnapshotList.Where(snapshot => referenced.Contains(snapshot.SnapshotId));
        return ReferenceEquals(kept, SnapshotList) ? ToUtf8() : TableMetadataWriter.Write(this, kept);
    }
}
