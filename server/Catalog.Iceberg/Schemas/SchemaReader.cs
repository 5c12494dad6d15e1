using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>Reads schemas and types.</summary>
internal static class SchemaReader
{
    public static Schema Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json);
    }

    /// <summary>Reads the schema at which the reader stands. Without an id it is schema 0, as in old v1 tables.</summary>
    public static Schema Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("schema");
        long start = reader.TokenStartIndex;
        int? schemaId = null;
        int[] identifiers = [];
        bool isStruct = false;
        List<NestedField>? fields = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("type"u8))
            {
                JsonReading.Once(ref seen, 0, "type");
                isStruct = reader.ReadString("type") == "struct";
            }
            else if (reader.ValueTextEquals("schema-id"u8))
            {
                JsonReading.Once(ref seen, 1, "schema-id");
                schemaId = reader.ReadOptionalInt32("schema-id");
            }
            else if (reader.ValueTextEquals("identifier-field-ids"u8))
            {
                JsonReading.Once(ref seen, 2, "identifier-field-ids");
                identifiers = IsNull(reader) ? SkipNull(ref reader) : reader.ReadInt32Array("identifier-field-ids");
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                JsonReading.Once(ref seen, 3, "fields");
                fields = ReadFields(ref reader, document);
            }
            else
            {
                reader.SkipValue();
            }
        }

        if (!isStruct)
        {
            throw new MetadataValidationException("Cannot parse schema: type must be struct", "type");
        }

        var structure = new StructType(fields ?? throw JsonReading.Missing("fields"));
        ReadOnlyMemory<byte> json = reader.Slice(document, start);
        if (schemaId is null)
        {
            json = JsonObjectEditor.Set(json, ("schema-id", JsonObjectEditor.Number(0)));
        }

        return new Schema(schemaId ?? 0, structure, identifiers, json);
    }

    private static bool IsNull(Utf8JsonReader copy) => copy.Read() && copy.TokenType == JsonTokenType.Null;

    private static int[] SkipNull(ref Utf8JsonReader reader)
    {
        reader.Read();
        return [];
    }

    public static List<NestedField> ReadFields(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.Read();
        reader.ExpectArray("fields");
        List<NestedField> fields = [];
        while (reader.NextElement())
        {
            fields.Add(ReadField(ref reader, document));
        }

        return fields;
    }

    private static NestedField ReadField(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("field");
        int? id = null;
        string? name = null;
        bool? required = null;
        IcebergType? type = null;
        string? doc = null;
        ReadOnlyMemory<byte> initialDefault = default;
        ReadOnlyMemory<byte> writeDefault = default;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("id"u8))
            {
                JsonReading.Once(ref seen, 0, "id");
                id = reader.ReadInt32("id");
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                JsonReading.Once(ref seen, 1, "name");
                name = reader.ReadString("name");
            }
            else if (reader.ValueTextEquals("required"u8))
            {
                JsonReading.Once(ref seen, 2, "required");
                required = reader.ReadBoolean("required");
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                JsonReading.Once(ref seen, 3, "type");
                type = ReadType(ref reader, document);
            }
            else if (reader.ValueTextEquals("doc"u8))
            {
                JsonReading.Once(ref seen, 4, "doc");
                doc = reader.ReadOptionalString("doc");
            }
            else if (reader.ValueTextEquals("initial-default"u8))
            {
                JsonReading.Once(ref seen, 5, "initial-default");
                initialDefault = ReadDefault(ref reader, document);
            }
            else if (reader.ValueTextEquals("write-default"u8))
            {
                JsonReading.Once(ref seen, 6, "write-default");
                writeDefault = ReadDefault(ref reader, document);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new NestedField(
            id ?? throw JsonReading.Missing("id"),
            name ?? throw JsonReading.Missing("name"),
            required ?? throw JsonReading.Missing("required"),
            type ?? throw JsonReading.Missing("type"))
        {
            Doc = doc,
            InitialDefault = initialDefault,
            WriteDefault = writeDefault,
        };
    }

    private static ReadOnlyMemory<byte> ReadDefault(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
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

    public static IcebergType ReadType(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return PrimitiveType.Parse(reader.StringValue("type"));
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new MetadataValidationException("Cannot parse type: must be a name or an object", "type");
        }

        return new NestedTypeReader().Read(ref reader, document);
    }
}
