using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Serialization;

/// <summary>A type is a string or an object; what kind of object is in its <c>type</c>.</summary>
internal sealed class IcebergTypeConverter : JsonConverter<IcebergType>
{
    public override IcebergType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new PrimitiveType(reader.GetString()!);
        }

        JsonElement json = JsonElement.ParseValue(ref reader);
        string? kind = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out JsonElement type)
            && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        return kind switch
        {
            "struct" => Plain(json, 2) && json.TryGetProperty("fields", out JsonElement fields)
                ? new StructType(fields.Deserialize(CatalogJson.Default.IReadOnlyListNestedField) ?? [])
                : new UnknownType(json),
            "list" => Plain(json, 4)
                ? new ListType(Id(json, "element-id"), Nested(json, "element"), Flag(json, "element-required"))
                : new UnknownType(json),
            "map" => Plain(json, 6)
                ? new MapType(Id(json, "key-id"), Nested(json, "key"), Id(json, "value-id"), Nested(json, "value"), Flag(json, "value-required"))
                : new UnknownType(json),
            null => throw new JsonException("A type is a string, or an object with a string 'type'."),
            _ => new UnknownType(json),
        };
    }

    public override void Write(Utf8JsonWriter writer, IcebergType value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case PrimitiveType primitive:
                writer.WriteStringValue(primitive.Name);
                return;
            case UnknownType unknown:
                unknown.Json.WriteTo(writer);
                return;
        }

        writer.WriteStartObject();
        switch (value)
        {
            case StructType structure:
                writer.WriteString("type", "struct");
                writer.WritePropertyName("fields");
                JsonSerializer.Serialize(writer, structure.Fields, CatalogJson.Default.IReadOnlyListNestedField);
                break;
            case ListType list:
                writer.WriteString("type", "list");
                writer.WriteNumber("element-id", list.ElementId);
                writer.WritePropertyName("element");
                Write(writer, list.Element, options);
                writer.WriteBoolean("element-required", list.ElementRequired);
                break;
            case MapType map:
                writer.WriteString("type", "map");
                writer.WriteNumber("key-id", map.KeyId);
                writer.WritePropertyName("key");
                Write(writer, map.Key, options);
                writer.WriteNumber("value-id", map.ValueId);
                writer.WritePropertyName("value");
                Write(writer, map.Value, options);
                writer.WriteBoolean("value-required", map.ValueRequired);
                break;
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether the object has no members beyond the known ones: with others it is kept as it is, so that none is lost.</summary>
    private static bool Plain(JsonElement json, int members) => json.GetPropertyCount() <= members;

    private static IcebergType Nested(JsonElement json, string name) =>
        Member(json, name).Deserialize(CatalogJson.Default.IcebergType) ?? throw new JsonException($"'{name}' of a type is null.");

    private static long Id(JsonElement json, string name) => Member(json, name).GetInt64();

    private static bool Flag(JsonElement json, string name) => Member(json, name).GetBoolean();

    private static JsonElement Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? value : throw new JsonException($"A type lacks '{name}'.");
}
