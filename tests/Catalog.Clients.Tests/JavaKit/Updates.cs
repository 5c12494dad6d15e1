using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>The updates of the REST specification, as Java writes them.</summary>
internal static class Updates
{
    public static JsonObject[] AddColumn(JavaTable table, string column, string type)
    {
        JsonObject schema = JsonNode.Parse(table.Schema.GetRawText())!.AsObject();
        int id = table.LastColumnId + 1;
        schema["fields"]!.AsArray().Add(new JsonObject { ["id"] = id, ["name"] = column, ["required"] = false, ["type"] = type });
        return Schema(schema, id);
    }

    public static JsonObject[] DropColumn(JavaTable table, string column)
    {
        JsonObject schema = JsonNode.Parse(table.Schema.GetRawText())!.AsObject();
        JsonArray fields = schema["fields"]!.AsArray();
        fields.Remove(fields.Single(field => (string?)field!["name"] == column));
        return Schema(schema, table.LastColumnId);
    }

    public static JsonObject[] Schema(JsonObject schema, int lastColumnId)
    {
        schema["schema-id"] = ((int?)schema["schema-id"] ?? 0) + 1;
        return
        [
            new JsonObject { ["action"] = "add-schema", ["schema"] = schema, ["last-column-id"] = lastColumnId },
            new JsonObject { ["action"] = "set-current-schema", ["schema-id"] = -1 },
        ];
    }

    public static JsonObject[] Spec(params (int FieldId, int SourceId, string Transform, string Name)[] fields) =>
    [
        new JsonObject
        {
            ["action"] = "add-spec",
            ["spec"] = new JsonObject
            {
                ["spec-id"] = 1,
                ["fields"] = new JsonArray([.. fields.Select(field => new JsonObject { ["name"] = field.Name, ["transform"] = field.Transform, ["source-id"] = field.SourceId, ["field-id"] = field.FieldId })]),
            },
        },
        new JsonObject { ["action"] = "set-default-spec", ["spec-id"] = -1 },
    ];

    public static JsonObject[] Order(params (int SourceId, string Transform, string Direction)[] fields) =>
    [
        new JsonObject
        {
            ["action"] = "add-sort-order",
            ["sort-order"] = new JsonObject
            {
                ["order-id"] = fields.Length == 0 ? 0 : 1,
                ["fields"] = new JsonArray([.. fields.Select(field => new JsonObject { ["transform"] = field.Transform, ["source-id"] = field.SourceId, ["direction"] = field.Direction, ["null-order"] = "nulls-first" })]),
            },
        },
        new JsonObject { ["action"] = "set-default-sort-order", ["sort-order-id"] = -1 },
    ];

    /// <summary>An append to a branch. In a replace transaction its snapshot has no parent.</summary>
    public static JsonObject[] Append(JavaTable table, long id, string branch = "main", bool replace = false)
    {
        JsonObject snapshot = new()
        {
            ["sequence-number"] = table.LastSequenceNumber + 1,
            ["snapshot-id"] = id,
            ["timestamp-ms"] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            ["summary"] = new JsonObject { ["operation"] = "append", ["added-data-files"] = "1", ["total-records"] = "2" },
            ["manifest-list"] = $"{table.Location}/metadata/snap-{id}-1-{Guid.NewGuid()}.avro",
            ["schema-id"] = table.Metadata.GetProperty("current-schema-id").GetInt32(),
        };
        if (!replace && table.Ref(branch) is { } parent)
        {
            snapshot["parent-snapshot-id"] = parent;
        }

        return [new JsonObject { ["action"] = "add-snapshot", ["snapshot"] = snapshot }, SetRef(branch, id)];
    }

    /// <summary>Makes an existing schema, spec or order the current one, by its id.</summary>
    public static JsonObject Point(string action, string member, int id) => new() { ["action"] = action, [member] = id };

    public static JsonObject SetRef(string name, long id, string type = "branch") =>
        new() { ["action"] = "set-snapshot-ref", ["ref-name"] = name, ["snapshot-id"] = id, ["type"] = type };

    public static JsonObject SetProperties(params (string Key, string Value)[] properties) =>
        new() { ["action"] = "set-properties", ["updates"] = new JsonObject(properties.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))) };

    public static JsonObject RemoveIds(string action, string member, params long[] ids) =>
        new() { ["action"] = action, [member] = new JsonArray([.. ids.Select(id => (JsonNode?)id)]) };

    /// <summary>A replace transaction's beginning: explicit ids, refs dropped, then what is new.</summary>
    public static JsonObject[] Replace(JavaTable table, JsonObject? schema = null, int lastColumnId = 0)
    {
        List<JsonObject> updates = [];
        if (schema is null)
        {
            updates.Add(new JsonObject { ["action"] = "set-current-schema", ["schema-id"] = table.Metadata.GetProperty("current-schema-id").GetInt32() });
        }
        else
        {
            updates.AddRange(Schema(schema, lastColumnId));
        }

        updates.Add(new JsonObject { ["action"] = "remove-snapshot-ref", ["ref-name"] = "main" });
        updates.Add(SetProperties(("replaced", "true")));
        return [.. updates];
    }

    /// <summary>What a create transaction sends of the staged metadata that the server answered.</summary>
    public static IEnumerable<JsonObject> OfStaged(JsonElement metadata)
    {
        yield return new JsonObject { ["action"] = "assign-uuid", ["uuid"] = metadata.GetProperty("table-uuid").GetString() };
        yield return new JsonObject { ["action"] = "upgrade-format-version", ["format-version"] = metadata.GetProperty("format-version").GetInt32() };
        yield return new JsonObject { ["action"] = "add-schema", ["schema"] = First(metadata, "schemas"), ["last-column-id"] = metadata.GetProperty("last-column-id").GetInt32() };
        yield return new JsonObject { ["action"] = "set-current-schema", ["schema-id"] = -1 };
        yield return new JsonObject { ["action"] = "add-spec", ["spec"] = First(metadata, "partition-specs") };
        yield return new JsonObject { ["action"] = "set-default-spec", ["spec-id"] = -1 };
        yield return new JsonObject { ["action"] = "add-sort-order", ["sort-order"] = First(metadata, "sort-orders") };
        yield return new JsonObject { ["action"] = "set-default-sort-order", ["sort-order-id"] = -1 };
        yield return new JsonObject { ["action"] = "set-location", ["location"] = metadata.GetProperty("location").GetString() };
        yield return new JsonObject { ["action"] = "set-properties", ["updates"] = JsonNode.Parse(metadata.GetProperty("properties").GetRawText()) };
    }

    private static JsonNode? First(JsonElement metadata, string list) => JsonNode.Parse(metadata.GetProperty(list)[0].GetRawText());
}
