using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>Reads a struct, list or map type, whose members may come in any order.</summary>
internal ref struct NestedTypeReader
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
            case "fields": _fields = SchemaReader.ReadFields(ref reader, document); return 1;
            case "element-id": _elementId = reader.ReadInt32(member); return 2;
            case "element": _element = SchemaReader.ReadType(ref reader, document); return 3;
            case "element-required": _elementRequired = reader.ReadBoolean(member); return 4;
            case "key-id": _keyId = reader.ReadInt32(member); return 5;
            case "key": _key = SchemaReader.ReadType(ref reader, document); return 6;
            case "value-id": _valueId = reader.ReadInt32(member); return 7;
            case "value": _value = SchemaReader.ReadType(ref reader, document); return 8;
            case "value-required": _valueRequired = reader.ReadBoolean(member); return 9;
            default: reader.SkipValue(); return -1;
        }
    }
}
