using Catalog.Iceberg.Json;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg;

/// <summary>Writes table metadata: the members in the usual order, each unchanged part as the bytes it was read as.</summary>
internal static class TableMetadataWriter
{
    public static byte[] Write(TableMetadata metadata, ElementList<Snapshot> snapshots)
    {
        using var writer = new DocumentWriter();
        bool isV1 = metadata.FormatVersion == 1;
        writer.Raw("{\"format-version\":"u8);
        writer.Number(metadata.FormatVersion);
        if (metadata.TableUuid is not null)
        {
            writer.Raw(",\"table-uuid\":"u8);
            writer.Text(metadata.TableUuid);
        }

        writer.Raw(",\"location\":"u8);
        writer.Text(metadata.Location);
        if (!isV1)
        {
            Number(writer, ",\"last-sequence-number\":"u8, metadata.LastSequenceNumber);
        }

        Number(writer, ",\"last-updated-ms\":"u8, metadata.LastUpdatedMs);
        Number(writer, ",\"last-column-id\":"u8, metadata.LastColumnId);
        if (isV1)
        {
            // For readers that know neither the list of schemas nor that of specs.
            writer.Raw(",\"schema\":"u8);
            writer.Segment(metadata.CurrentSchema.Json);
        }

        Number(writer, ",\"current-schema-id\":"u8, metadata.CurrentSchemaId);
        (int, int) schemas = List(writer, ",\"schemas\":["u8, metadata.SchemaList);
        if (isV1)
        {
            writer.Raw(",\"partition-spec\":"u8);
            writer.Segment(JsonObjectEditor.Get(metadata.SpecList.Find(metadata.DefaultSpecId)!.Json, "fields"));
        }

        Number(writer, ",\"default-spec-id\":"u8, metadata.DefaultSpecId);
        (int, int) specs = List(writer, ",\"partition-specs\":["u8, metadata.SpecList);
        Number(writer, ",\"last-partition-id\":"u8, metadata.LastPartitionId);
        Number(writer, ",\"default-sort-order-id\":"u8, metadata.DefaultSortOrderId);
        (int, int) orders = List(writer, ",\"sort-orders\":["u8, metadata.OrderList);
        writer.Raw(",\"properties\":{"u8);
        metadata.PropertyMap.WriteTo(writer);
        writer.Raw("}"u8);
        CurrentSnapshot(writer, metadata);
        if (metadata.FormatVersion >= 3)
        {
            Number(writer, ",\"next-row-id\":"u8, metadata.NextRowId);
        }

        if (metadata.KeyList.Count > 0)
        {
            List(writer, ",\"encryption-keys\":["u8, metadata.KeyList);
        }

        writer.Raw(",\"refs\":{"u8);
        metadata.RefMap.WriteTo(writer);
        writer.Raw("}"u8);
        (int, int) snapshotsAt = List(writer, ",\"snapshots\":["u8, snapshots);
        (int, int) statistics = List(writer, ",\"statistics\":["u8, metadata.StatisticsList);
        (int, int) partitionStatistics = List(writer, ",\"partition-statistics\":["u8, metadata.PartitionStatisticsList);
        (int, int) snapshotLog = List(writer, ",\"snapshot-log\":["u8, metadata.SnapshotLogList);
        (int, int) metadataLog = List(writer, ",\"metadata-log\":["u8, metadata.MetadataLogList);
        foreach (ReadOnlyMemory<byte> member in metadata.UnknownMembers)
        {
            writer.Raw(","u8);
            writer.Segment(member);
        }

        writer.Raw("}"u8);
        byte[] document = writer.ToArray();

        // From now on the lists are copied from this document in one piece, and the one before it can be let go.
        Remember(metadata.SchemaList, document, schemas);
        Remember(metadata.SpecList, document, specs);
        Remember(metadata.OrderList, document, orders);
        Remember(snapshots, document, snapshotsAt);
        Remember(metadata.StatisticsList, document, statistics);
        Remember(metadata.PartitionStatisticsList, document, partitionStatistics);
        Remember(metadata.SnapshotLogList, document, snapshotLog);
        Remember(metadata.MetadataLogList, document, metadataLog);
        return document;
    }

    private static void CurrentSnapshot(DocumentWriter writer, TableMetadata metadata)
    {
        if (metadata.CurrentSnapshotId is { } current)
        {
            Number(writer, ",\"current-snapshot-id\":"u8, current);
        }
        else if (metadata.FormatVersion >= 3)
        {
            writer.Raw(",\"current-snapshot-id\":null"u8);
        }
        else
        {
            writer.Raw(",\"current-snapshot-id\":-1"u8);
        }
    }

    private static void Number(DocumentWriter writer, ReadOnlySpan<byte> name, long value)
    {
        writer.Raw(name);
        writer.Number(value);
    }

    private static (int Start, int End) List<T>(DocumentWriter writer, ReadOnlySpan<byte> name, ElementList<T> list)
        where T : class, IElement
    {
        writer.Raw(name);
        int start = writer.Position;
        list.WriteTo(writer);
        int end = writer.Position;
        writer.Raw("]"u8);
        return (start, end);
    }

    private static void Remember<T>(ElementList<T> list, byte[] document, (int Start, int End) place)
        where T : class, IElement => list.Remember(document.AsMemory(place.Start, place.End - place.Start));
}
