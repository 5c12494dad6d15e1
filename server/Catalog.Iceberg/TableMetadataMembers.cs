using Catalog.Iceberg.Encryption;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;
using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg;

/// <summary>What was found in a metadata file, before the rules that tie its members together are checked.</summary>
internal sealed class TableMetadataMembers
{
    public int? FormatVersion { get; set; }

    public string? TableUuid { get; set; }

    public string? Location { get; set; }

    public long? LastSequenceNumber { get; set; }

    public long? LastUpdatedMs { get; set; }

    public int? LastColumnId { get; set; }

    public int? CurrentSchemaId { get; set; }

    public ElementList<Schema>? Schemas { get; set; }

    public ReadOnlyMemory<byte> Schema { get; set; }

    public int? DefaultSpecId { get; set; }

    public ElementList<PartitionSpec>? Specs { get; set; }

    public ReadOnlyMemory<byte> Spec { get; set; }

    public int? LastPartitionId { get; set; }

    public int? DefaultSortOrderId { get; set; }

    public ElementList<SortOrder>? Orders { get; set; }

    public NamedMap<string>? Properties { get; set; }

    public long? CurrentSnapshotId { get; set; }

    public long? NextRowId { get; set; }

    public ElementList<EncryptedKey>? Keys { get; set; }

    public NamedMap<SnapshotRef>? Refs { get; set; }

    public ElementList<Snapshot>? Snapshots { get; set; }

    public ElementList<StatisticsFile>? Statistics { get; set; }

    public ElementList<PartitionStatisticsFile>? PartitionStatistics { get; set; }

    public ElementList<SnapshotLogEntry>? SnapshotLog { get; set; }

    public ElementList<MetadataLogEntry>? MetadataLog { get; set; }

    public List<ReadOnlyMemory<byte>> Unknown { get; } = [];

    public TableMetadata ToMetadata()
    {
        int version = FormatVersion ?? throw JsonReading.Missing("format-version");
        if (version is < TableMetadata.MinimumFormatVersion or > TableMetadata.SupportedFormatVersion)
        {
            throw new MetadataValidationException($"Cannot read unsupported version {version}", "format-version");
        }

        if (version > 1 && TableUuid is null)
        {
            throw new MetadataValidationException($"table-uuid is required in format v{version}", "table-uuid");
        }

        (ElementList<Schema> schemas, int currentSchemaId) = SchemasOf(version);
        (ElementList<PartitionSpec> specs, int defaultSpecId) = SpecsOf(version);
        (ElementList<SortOrder> orders, int defaultSortOrderId) = OrdersOf(version);
        ElementList<Snapshot> snapshots = Snapshots ?? ElementList<Snapshot>.Empty;
        long? current = CurrentSnapshotId is null or -1 ? null : CurrentSnapshotId;
        NamedMap<SnapshotRef> refs = RefsOf(current);
        Schema schema = schemas.Find(currentSchemaId)!;
        PartitionSpecRules.CheckFits(specs.Find(defaultSpecId)!, schema);
        SortOrderRules.CheckFits(orders.Find(defaultSortOrderId)!, schema);
        long lastSequenceNumber = version == 1 ? 0 : LastSequenceNumber ?? throw JsonReading.Missing("last-sequence-number");
        long updated = LastUpdatedMs ?? throw JsonReading.Missing("last-updated-ms");
        TableMetadataRules.CheckSnapshots(snapshots, refs, current, lastSequenceNumber);
        TableMetadataRules.CheckSorted(SnapshotLog?.Select(entry => entry.TimestampMs), updated, "snapshot-log");
        TableMetadataRules.CheckSorted(MetadataLog?.Select(entry => entry.TimestampMs), updated, "metadata-log");
        return new TableMetadata
        {
            FormatVersion = version,
            TableUuid = TableUuid,
            Location = Locations.WithoutTrailingSlash(Location ?? throw JsonReading.Missing("location")),
            LastSequenceNumber = lastSequenceNumber,
            LastUpdatedMs = updated,
            LastColumnId = LastColumnId ?? throw JsonReading.Missing("last-column-id"),
            SchemaList = schemas,
            CurrentSchemaId = currentSchemaId,
            SpecList = specs,
            DefaultSpecId = defaultSpecId,
            LastPartitionId = LastPartitionIdOf(version, specs),
            OrderList = orders,
            DefaultSortOrderId = defaultSortOrderId,
            PropertyMap = Properties ?? NamedMap<string>.Empty,
            CurrentSnapshotId = current,
            SnapshotList = snapshots,
            SnapshotLogList = SnapshotLog ?? ElementList<SnapshotLogEntry>.Empty,
            MetadataLogList = MetadataLog ?? ElementList<MetadataLogEntry>.Empty,
            RefMap = refs,
            StatisticsList = Statistics ?? ElementList<StatisticsFile>.Empty,
            PartitionStatisticsList = PartitionStatistics ?? ElementList<PartitionStatisticsFile>.Empty,
            NextRowId = version >= 3 ? NextRowId ?? throw JsonReading.Missing("next-row-id") : 0,
            KeyList = Keys ?? ElementList<EncryptedKey>.Empty,
            UnknownMembers = Unknown,
        };
    }

    private static MetadataValidationException MustExist(string field, int version) =>
        new($"{field} must exist in format v{version}", field);

    private (ElementList<Schema> List, int CurrentId) SchemasOf(int version)
    {
        if (Schemas is null)
        {
            if (version > 1)
            {
                throw MustExist("schemas", version);
            }

            Schema only = SchemaReader.Parse(Schema.IsEmpty ? throw JsonReading.Missing("schema") : Schema);
            return (ElementList<Schema>.Of([only]), only.SchemaId);
        }

        int current = CurrentSchemaId ?? throw JsonReading.Missing("current-schema-id");
        TableMetadataRules.CheckUnique(Schemas, "schemas");
        return Schemas.Contains(current)
            ? (Schemas, current)
            : throw new MetadataValidationException($"Cannot find schema with current-schema-id={current} from schemas", "current-schema-id");
    }

    private (ElementList<PartitionSpec> List, int DefaultId) SpecsOf(int version)
    {
        if (Specs is null)
        {
            if (version > 1)
            {
                throw MustExist("partition-specs", version);
            }

            PartitionSpec only = PartitionSpecReader.OfFields(Spec.IsEmpty ? throw JsonReading.Missing("partition-spec") : Spec, 0);
            return (ElementList<PartitionSpec>.Of([PartitionSpecEditor.WithCountedIds(only)]), 0);
        }

        int defaultId = DefaultSpecId ?? throw JsonReading.Missing("default-spec-id");
        TableMetadataRules.CheckUnique(Specs, "partition-specs");
        if (!Specs.Contains(defaultId))
        {
            throw new MetadataValidationException($"Cannot find default-spec-id={defaultId} in partition-specs", "default-spec-id");
        }

        return Specs.Any(spec => spec.Fields.Any(item => item.FieldId is null))
            ? (ElementList<PartitionSpec>.Of([.. Specs.Select(PartitionSpecEditor.WithCountedIds)]), defaultId)
            : (Specs, defaultId);
    }

    private (ElementList<SortOrder> List, int DefaultId) OrdersOf(int version)
    {
        if (Orders is null)
        {
            return version > 1
                ? throw MustExist("sort-orders", version)
                : (ElementList<SortOrder>.Of([SortOrder.Unsorted]), 0);
        }

        int defaultId = DefaultSortOrderId ?? throw JsonReading.Missing("default-sort-order-id");
        TableMetadataRules.CheckUnique(Orders, "sort-orders");
        return Orders.Contains(defaultId)
            ? (Orders, defaultId)
            : throw new MetadataValidationException($"Cannot find default-sort-order-id={defaultId} in sort-orders", "default-sort-order-id");
    }

    private int LastPartitionIdOf(int version, ElementList<PartitionSpec> specs)
    {
        if (LastPartitionId is { } last)
        {
            return last;
        }

        return version > 1 ? throw MustExist("last-partition-id", version) : specs.Max(spec => spec.HighestFieldId);
    }

    private NamedMap<SnapshotRef> RefsOf(long? current)
    {
        NamedMap<SnapshotRef> refs = Refs ?? NamedMap<SnapshotRef>.Empty;
        if (current is not { } id || refs.ContainsKey(SnapshotRef.Main))
        {
            return refs;
        }

        // Metadata from before there were branches: its current snapshot is the head of main.
        OrderedDictionary<string, NamedMap<SnapshotRef>.Entry> withMain = refs.ToMutable();
        withMain.Add(SnapshotRef.Main, NamedMapReader.Ref(SnapshotRef.Main, SnapshotRefReader.Main(id)));
        return NamedMap<SnapshotRef>.Of(withMain.Values);
    }
}
