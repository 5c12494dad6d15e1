using System.Text.Json.Nodes;

namespace Catalog.PowerShell.Json;

/// <summary>Writes schemas in the spec's form. Ids that are not known are left out.</summary>
internal static class SchemaWriter
{
    public static JsonObject ToNode(TableSchema schema)
    {
        if (schema.RawJson is { } raw)
        {
            return (JsonObject)JsonNode.Parse(raw)!;
        }

        JsonObject json = new() { ["type"] = "struct" };
        AddId(json, "schema-id", schema.SchemaId);
        json["fields"] = new JsonArray([.. schema.Fields.Select(ToNode)]);
        if (schema.IdentifierFieldIds.Count > 0)
        {
            json["identifier-field-ids"] = new JsonArray([.. schema.IdentifierFieldIds.Select(id => JsonValue.Create(id))]);
        }

        if (schema.IdentifierNames.Count > 0)
        {
            json[UnresolvedNames.IdentifierNames] = new JsonArray([.. schema.IdentifierNames.Select(name => JsonValue.Create(name))]);
        }

        return json;
    }

    public static JsonObject ToNode(TableField field)
    {
        JsonObject json = [];
        AddId(json, "id", field.Id);
        json["name"] = field.Name;
        json["type"] = ToNode(field.Type);
        json["required"] = field.Required;
        if (field.Doc is { } doc)
        {
            json["doc"] = doc;
        }

        AddDefault(json, "initial-default", field.InitialDefault);
        AddDefault(json, "write-default", field.WriteDefault);
        return json;
    }

    public static JsonNode ToNode(TableType type)
    {
        switch (type.Name)
        {
            case "struct":
                return new JsonObject { ["type"] = "struct", ["fields"] = new JsonArray([.. type.Fields.Select(ToNode)]) };
            case "list":
                JsonObject list = new() { ["type"] = "list" };
                AddId(list, "element-id", type.Fields[0].Id);
                list["element"] = ToNode(type.Fields[0].Type);
                list["element-required"] = type.Fields[0].Required;
                return list;
            case "map":
                JsonObject map = new() { ["type"] = "map" };
                AddId(map, "key-id", type.Fields[0].Id);
                map["key"] = ToNode(type.Fields[0].Type);
                AddId(map, "value-id", type.Fields[1].Id);
                map["value"] = ToNode(type.Fields[1].Type);
                map["value-required"] = type.Fields[1].Required;
                return map;
            default:
                return JsonValue.Create(type.Name);
        }
    }

    private static void AddDefault(JsonObject json, string name, object? value)
    {
        if (value is not null)
        {
            json[name] = JsonNode.Parse(RestForm.ToElement(value).GetRawText());
        }
    }

    private static void AddId(JsonObject json, string name, int? id)
    {
        if (id is { } value)
        {
            json[name] = value;
        }
    }
}
