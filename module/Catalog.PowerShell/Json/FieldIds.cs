using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.PowerShell.Json;

/// <summary>Gives ids to fields that have none, and replaces names by ids.</summary>
internal static class FieldIds
{
    /// <summary>Completes a schema. Fields that the known schema has by the same name keep its ids; the others are numbered on.</summary>
    public static void Complete(JsonObject schema, TableSchema? known, int lastId)
    {
        Dictionary<string, int> ids = Names(known);
        int next = Math.Max(lastId, Highest(schema));
        FillStruct(schema, string.Empty);
        if (schema.Remove(UnresolvedNames.IdentifierNames, out JsonNode? names))
        {
            TableSchema complete = SchemaReader.ReadSchema(RestForm.Parse(schema.ToJsonString()));
            schema["identifier-field-ids"] = new JsonArray([.. names!.AsArray().Select(name => JsonValue.Create(IdOf(complete, (string)name!)))]);
        }

        void FillStruct(JsonObject json, string prefix)
        {
            // Iceberg numbers all fields of a struct before it goes into them.
            JsonObject[] fields = [.. json["fields"] is JsonArray array ? array.OfType<JsonObject>() : []];
            foreach (JsonObject field in fields)
            {
                Fill(field, "id", prefix + (string?)field["name"]);
                Optional(field, "required");
            }

            foreach (JsonObject field in fields)
            {
                FillType(field["type"], prefix + (string?)field["name"]);
            }
        }

        void FillType(JsonNode? type, string path)
        {
            if (type is not JsonObject json)
            {
                return;
            }

            switch ((string?)json["type"])
            {
                case "struct":
                    FillStruct(json, path + ".");
                    break;
                case "list":
                    Fill(json, "element-id", path + ".element");
                    Optional(json, "element-required");
                    FillType(json["element"], path + ".element");
                    break;
                case "map":
                    Fill(json, "key-id", path + ".key");
                    Fill(json, "value-id", path + ".value");
                    Optional(json, "value-required");
                    FillType(json["key"], path + ".key");
                    FillType(json["value"], path + ".value");
                    break;
            }
        }

        void Fill(JsonObject json, string member, string path)
        {
            if (json[member] is null)
            {
                json[member] = ids.TryGetValue(path, out int id) ? id : ++next;
            }
        }
    }

    /// <summary>The spec wants it said; who does not say it means optional.</summary>
    private static void Optional(JsonObject json, string member)
    {
        if (!json.ContainsKey(member))
        {
            json[member] = false;
        }
    }

    /// <summary>Replaces the names of columns in a partition spec or sort order by their ids.</summary>
    public static void ReplaceSources(JsonObject layout, TableSchema schema)
    {
        foreach (JsonObject field in (layout["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (field.Remove(UnresolvedNames.SourceName, out JsonNode? name))
            {
                field["source-id"] = IdOf(schema, (string)name!);
            }
        }
    }

    private static int IdOf(TableSchema schema, string name) => schema.FindField(name)?.Id
        ?? throw new ArgumentException($"The schema has no column '{name}'. It has: {string.Join(", ", schema.Fields.Select(f => f.Name))}.");

    private static Dictionary<string, int> Names(TableSchema? schema)
    {
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        Add(schema?.Fields ?? [], string.Empty);
        return ids;

        void Add(IReadOnlyList<TableField> fields, string prefix)
        {
            foreach (TableField field in fields.Where(field => field.Id is not null))
            {
                ids[prefix + field.Name] = field.Id!.Value;
                Add(field.Type.Fields, $"{prefix}{field.Name}.");
            }
        }
    }

    private static int Highest(JsonNode? node) => node switch
    {
        JsonObject json => json.Select(member => member.Key is "id" or "element-id" or "key-id" or "value-id" && member.Value?.GetValueKind() == JsonValueKind.Number
            ? (int)member.Value
            : Highest(member.Value)).DefaultIfEmpty(0).Max(),
        JsonArray items => items.Select(Highest).DefaultIfEmpty(0).Max(),
        _ => 0,
    };
}
