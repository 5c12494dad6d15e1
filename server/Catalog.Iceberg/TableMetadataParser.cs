using System.Text.Json;
using Catalog.Iceberg.Encryption;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;
using Catalog.Iceberg.Statistics;

namespace Catalog.Iceberg;

/// <summary>Reads table metadata in one pass over its bytes.</summary>
internal static class TableMetadataParser
{
    private delegate T ElementReader<T>(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document);

    public static TableMetadata Parse(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> document = RawJson.Compact(utf8);
        try
        {
            var reader = new Utf8JsonReader(document.Span, RawJson.ReaderOptions);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new MetadataValidationException("Cannot parse metadata from a non-object");
            }

            var members = new TableMetadataMembers();
            uint seen = 0;
            while (reader.NextMember())
            {
                ReadMember(ref reader, document, members, ref seen);
            }

            if (reader.Read())
            {
                throw new MetadataValidationException("Cannot parse metadata: text after its end");
            }

            return members.ToMetadata();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new MetadataValidationException($"Cannot parse metadata: {e.Message}", null, e);
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, TableMetadataMembers members, ref uint seen)
    {
        long start = reader.TokenStartIndex;
        string name = reader.NameValue("metadata");
        int bit;
        switch (name)
        {
            case "format-version": bit = 0; members.FormatVersion = reader.ReadInt32(name); break;
            case "table-uuid": bit = 1; members.TableUuid = reader.ReadOptionalString(name); break;
            case "location": bit = 2; members.Location = reader.ReadString(name); break;
            case "last-sequence-number": bit = 3; members.LastSequenceNumber = reader.ReadOptionalInt64(name); break;
            case "last-updated-ms": bit = 4; members.LastUpdatedMs = reader.ReadInt64(name); break;
            case "last-column-id": bit = 5; members.LastColumnId = reader.ReadInt32(name); break;
            case "current-schema-id": bit = 6; members.CurrentSchemaId = reader.ReadOptionalInt32(name); break;
            case "schemas": bit = 7; members.Schemas = ReadList<Schema>(ref reader, document, name, SchemaReader.Read); break;
            case "schema": bit = 8; members.Schema = ReadRaw(ref reader, document); break;
            case "default-spec-id": bit = 9; members.DefaultSpecId = reader.ReadOptionalInt32(name); break;
            case "partition-specs": bit = 10; members.Specs = ReadList(ref reader, document, name, ReadSpec); break;
            case "partition-spec": bit = 11; members.Spec = ReadRaw(ref reader, document); break;
            case "last-partition-id": bit = 12; members.LastPartitionId = reader.ReadOptionalInt32(name); break;
            case "default-sort-order-id": bit = 13; members.DefaultSortOrderId = reader.ReadOptionalInt32(name); break;
            case "sort-orders": bit = 14; members.Orders = ReadList(ref reader, document, name, ReadOrder); break;
            case "properties":
                bit = 15;
                members.Properties = IsNull(reader) ? Skipped(ref reader, NamedMap<string>.Empty) : NamedMapReader.ReadProperties(ref reader, document, name);
                break;
            case "current-snapshot-id": bit = 16; members.CurrentSnapshotId = reader.ReadOptionalInt64(name); break;
            case "next-row-id": bit = 17; members.NextRowId = reader.ReadOptionalInt64(name); break;
            case "encryption-keys": bit = 18; members.Keys = ReadList<EncryptedKey>(ref reader, document, name, EncryptedKey.Read); break;
            case "refs":
                bit = 19;
                members.Refs = IsNull(reader) ? Skipped<NamedMap<SnapshotRef>?>(ref reader, null) : NamedMapReader.ReadRefs(ref reader, document);
                break;
            case "snapshots": bit = 20; members.Snapshots = ReadList<Snapshot>(ref reader, document, name, SnapshotReader.Read); break;
            case "statistics": bit = 21; members.Statistics = ReadList<StatisticsFile>(ref reader, document, name, StatisticsReader.ReadFile); break;
            case "partition-statistics":
                bit = 22;
                members.PartitionStatistics = ReadList<PartitionStatisticsFile>(ref reader, document, name, StatisticsReader.ReadPartitionFile);
                break;
            case "snapshot-log": bit = 23; members.SnapshotLog = ReadList<SnapshotLogEntry>(ref reader, document, name, LogReader.ReadSnapshotEntry); break;
            case "metadata-log": bit = 24; members.MetadataLog = ReadList<MetadataLogEntry>(ref reader, document, name, LogReader.ReadMetadataEntry); break;
            default:
                reader.SkipValue();
                members.Unknown.Add(reader.Slice(document, start));
                return;
        }

        JsonReading.Once(ref seen, bit, name);
    }

    private static ElementList<T>? ReadList<T>(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, string name, ElementReader<T> read)
        where T : class, IElement
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        reader.ExpectArray(name);
        int start = (int)reader.BytesConsumed;
        List<T> items = [];
        while (reader.NextElement())
        {
            items.Add(read(ref reader, document));
        }

        return ElementList<T>.Of(items, document[start..(int)reader.TokenStartIndex]);
    }

    private static PartitionSpec ReadSpec(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document) =>
        PartitionSpecReader.Read(ref reader, document, specIdRequired: true);

    private static SortOrder ReadOrder(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document) =>
        SortOrderReader.Read(ref reader, document, orderIdRequired: true);

    private static ReadOnlyMemory<byte> ReadRaw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        long start = reader.TokenStartIndex;
        reader.Skip();
        return reader.Slice(document, start);
    }

    private static bool IsNull(Utf8JsonReader copy) => copy.Read() && copy.TokenType == JsonTokenType.Null;

    private static T Skipped<T>(ref Utf8JsonReader reader, T value)
    {
        reader.Read();
        return value;
    }
}
