using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Partitioning;

/// <summary>Reads partition specs: the object form, and the bare array of fields of old v1 tables.</summary>
internal static class PartitionSpecReader
{
    public static PartitionSpec Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json, specIdRequired: false);
    }

    /// <summary>Makes a spec of a bare array of fields.</summary>
    public static PartitionSpec OfFields(ReadOnlyMemory<byte> fields, int specId) =>
        Parse(JsonObjectEditor.Set("{}"u8.ToArray(), ("spec-id", JsonObjectEditor.Number(specId)), ("fields", fields)));

    public static PartitionSpec Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, bool specIdRequired)
    {
        reader.ExpectObject("partition-spec");
        long start = reader.TokenStartIndex;
        int? specId = null;
        List<PartitionField>? fields = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("spec-id"u8))
            {
                JsonReading.Once(ref seen, 0, "spec-id");
                specId = reader.ReadOptionalInt32("spec-id");
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                JsonReading.Once(ref seen, 1, "fields");
                fields = ReadFields(ref reader);
            }
            else
            {
                reader.SkipValue();
            }
        }

        if (specIdRequired && specId is null)
        {
            throw JsonReading.Missing("spec-id");
        }

        return new PartitionSpec(specId ?? 0, fields ?? throw JsonReading.Missing("fields"), reader.Slice(document, start));
    }

    private static List<PartitionField> ReadFields(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.ExpectArray("fields");
        List<PartitionField> fields = [];
        while (reader.NextElement())
        {
            fields.Add(ReadField(ref reader));
        }

        return fields;
    }

    private static PartitionField ReadField(ref Utf8JsonReader reader)
    {
        reader.ExpectObject("partition field");
        int? sourceId = null;
        int? firstOfSources = null;
        int? fieldId = null;
        string? name = null;
        string? transform = null;
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
            else if (reader.ValueTextEquals("field-id"u8))
            {
                JsonReading.Once(ref seen, 2, "field-id");
                fieldId = reader.ReadOptionalInt32("field-id");
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                JsonReading.Once(ref seen, 3, "name");
                name = reader.ReadString("name");
            }
            else if (reader.ValueTextEquals("transform"u8))
            {
                JsonReading.Once(ref seen, 4, "transform");
                transform = reader.ReadString("transform");
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new PartitionField(
            sourceId ?? firstOfSources ?? throw JsonReading.Missing("source-id"),
            fieldId,
            name ?? throw JsonReading.Missing("name"),
            Transform.Parse(transform ?? throw JsonReading.Missing("transform")));
    }
}
