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

    private static List<NestedField> ReadFields(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
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

    private static IcebergType ReadType(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
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

        return new NestedTypeParts().Read(ref reader, document);
    }

    /// <summary>The members of a struct, list or map type, whichever comes first.</summary>
    private ref struct NestedTypeParts
    {
        private string? _kind;
        private List<NestedField>? _fields;
        private int? _elementId, _keyId, _valueId;
        private IcebergType? _element, _key, _value;
        private bool? _elementRequired, _valueRequired;

        public IcebergType Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
        {
            uint seen = 0;
            while (reader.NextMember())
            {
                int bit = ReadMember(ref reader, document, out string member);
                if (bit >= 0)
                {
                    JsonReading.Once(ref seen, bit, member);
                }
            }

            return _kind switch
            {
                "struct" => new StructType(_fields ?? throw JsonReading.Missing("fields")),
                "list" => new ListType(Part("element", _elementId, _elementRequired, _element)),
                "map" => new MapType(Part("key", _keyId, true, _key), Part("value", _valueId, _valueRequired, _value)),
                null => throw JsonReading.Missing("type"),
                _ => throw new MetadataValidationException($"Cannot parse type: {_kind}", "type"),
            };
        }

        private static NestedField Part(string name, int? id, bool? required, IcebergType? type) => new(
            id ?? throw JsonReading.Missing($"{name}-id"),
            name,
            required ?? throw JsonReading.Missing($"{name}-required"),
            type ?? throw JsonReading.Missing(name));

        private int ReadMember(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, out string member)
        {
            member = reader.NameValue("type");
            switch (member)
            {
                case "type": _kind = reader.ReadString(member); return 0;
                case "fields": _fields = ReadFields(ref reader, document); return 1;
                case "element-id": _elementId = reader.ReadInt32(member); return 2;
                case "element": _element = ReadType(ref reader, document); return 3;
                case "element-required": _elementRequired = reader.ReadBoolean(member); return 4;
                case "key-id": _keyId = reader.ReadInt32(member); return 5;
                case "key": _key = ReadType(ref reader, document); return 6;
                case "value-id": _valueId = reader.ReadInt32(member); return 7;
                case "value": _value = ReadType(ref reader, document); return 8;
                case "value-required": _valueRequired = reader.ReadBoolean(member); return 9;
                default: reader.SkipValue(); return -1;
            }
        }
    }
}
