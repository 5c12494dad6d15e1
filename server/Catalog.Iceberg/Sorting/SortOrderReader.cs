using System.Text.Json;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;

namespace Catalog.Iceberg.Sorting;

/// <summary>Reads sort orders.</summary>
internal static class SortOrderReader
{
    public static SortOrder Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json, orderIdRequired: false);
    }

    public static SortOrder Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, bool orderIdRequired)
    {
        reader.ExpectObject("sort-order");
        long start = reader.TokenStartIndex;
        int? orderId = null;
        List<SortField>? fields = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("order-id"u8))
            {
                JsonReading.Once(ref seen, 0, "order-id");
                orderId = reader.ReadOptionalInt32("order-id");
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                JsonReading.Once(ref seen, 1, "fields");
                reader.Read();
                reader.ExpectArray("fields");
                fields = [];
                while (reader.NextElement())
                {
                    fields.Add(ReadField(ref reader));
                }
            }
            else
            {
                reader.SkipValue();
            }
        }

        if (orderIdRequired && orderId is null)
        {
            throw JsonReading.Missing("order-id");
        }

        return new SortOrder(orderId ?? 0, fields ?? throw JsonReading.Missing("fields"), reader.Slice(document, start));
    }

    private static SortField ReadField(ref Utf8JsonReader reader)
    {
        reader.ExpectObject("sort field");
        int? sourceId = null;
        int? firstOfSources = null;
        string? transform = null;
        SortDirection? direction = null;
        NullOrder? nullOrder = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("source-id"u8))
            {
                JsonReading.Once(ref seen, 0, "source-id");
                sourceId = reader.ReadInt32("source-id");
            }
            else if (reader.ValueTextEquals("source-ids"u8))
            {
                JsonReading.Once(ref seen, 1, "source-ids");
                firstOfSources = reader.ReadInt32Array("source-ids") is [int first, ..] ? first : null;
            }
            else if (reader.ValueTextEquals("transform"u8))
            {
                JsonReading.Once(ref seen, 2, "transform");
                transform = reader.ReadString("transform");
            }
            else if (reader.ValueTextEquals("direction"u8))
            {
                JsonReading.Once(ref seen, 3, "direction");
                direction = Direction(reader.ReadString("direction"));
            }
            else if (reader.ValueTextEquals("null-order"u8))
            {
                JsonReading.Once(ref seen, 4, "null-order");
                nullOrder = Nulls(reader.ReadString("null-order"));
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new SortField(
            sourceId ?? firstOfSources ?? throw JsonReading.Missing("source-id"),
            Transform.Parse(transform ?? throw JsonReading.Missing("transform")),
            direction ?? throw JsonReading.Missing("direction"),
            nullOrder ?? throw JsonReading.Missing("null-order"));
    }

    private static SortDirection Direction(string text) => text.ToLowerInvariant() switch
    {
        "asc" => SortDirection.Ascending,
        "desc" => SortDirection.Descending,
        _ => throw new MetadataValidationException($"Invalid sort direction: {text}", "direction"),
    };

    private static NullOrder Nulls(string text) => text.ToLowerInvariant() switch
    {
        "nulls-first" => NullOrder.NullsFirst,
        "nulls-last" => NullOrder.NullsLast,
        _ => throw new MetadataValidationException($"Unexpected null order: {text}", "null-order"),
    };
}
