using System.Text.Json;

namespace Catalog.PowerShell.Json;

/// <summary>Reads schemas, partition specs and sort orders from the spec's JSON. It is lenient: the server has the last word.</summary>
internal static class SchemaReader
{
    public static TableSchema ReadSchema(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return new TableSchema(ReadFields(json));
        }

        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("fields", out JsonElement fields))
        {
            throw new JsonException("A schema is an object with 'type' and 'fields', or a list of fields.");
        }

        return new TableSchema(ReadFields(fields))
        {
            SchemaId = json.FindInt32("schema-id"),
            IdentifierFieldIds = json.TryGetProperty("identifier-field-ids", out JsonElement ids) && ids.ValueKind == JsonValueKind.Array
                ? [.. ids.EnumerateArray().Select(id => id.GetInt32())]
                : [],
            IdentifierNames = json.TryGetProperty(UnresolvedNames.IdentifierNames, out JsonElement names)
                ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
                : [],
            RawJson = json.GetRawText(),
        };
    }

    public static TableField ReadField(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.FindString("name") is not { } name || !json.TryGetProperty("type", out JsonElement type))
        {
            throw new JsonException("A field is an object with 'name' and 'type', and mostly 'required'.");
        }

        return new TableField(name, ReadType(type), json.FindBoolean("required") ?? false)
        {
            Id = json.FindInt32("id"),
            Doc = json.FindString("doc"),
            InitialDefault = json.FindValue("initial-default"),
            WriteDefault = json.FindValue("write-default"),
        };
    }

    public static TableType ReadType(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            string text = json.GetString()!;

            // Short forms of nested types are ours; any other name is the server's to know.
            return text.Contains('<', StringComparison.Ordinal) ? TableType.Parse(text) : new TableType(text);
        }

        return json.FindString("type") switch
        {
            "struct" => new TableType("struct", [.. ReadFields(json.GetProperty("fields"))]),
            "list" => new TableType("list", ReadPart(json, "element")),
            "map" => new TableType("map", ReadPart(json, "key"), ReadPart(json, "value")),
            _ => throw new JsonException("A type is a name, or an object whose 'type' is struct, list or map."),
        };
    }

    private static TableField ReadPart(JsonElement json, string part)
        => new(part, ReadType(json.GetProperty(part)), part == "key" || (json.FindBoolean($"{part}-required") ?? false))
        {
            Id = json.FindInt32($"{part}-id"),
        };

    private static TableField[] ReadFields(JsonElement json)
        => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(ReadField)] : throw new JsonException("The fields of a schema are a list.");
}
