using System.Text.Json;

namespace Catalog.PowerShell.Json;

/// <summary>Reads partition specs and sort orders from the spec's JSON; a bare list of fields is taken too.</summary>
internal static class LayoutReader
{
    public static TablePartitionSpec ReadSpec(JsonElement json, TableSchema? schema)
    {
        JsonElement fields = FieldsOf(json, "A partition spec is an object with 'fields', or a list of fields.");
        return new TablePartitionSpec([.. fields.EnumerateArray().Select(field => ReadPartitionField(field, schema))])
        {
            SpecId = json.ValueKind == JsonValueKind.Object ? json.FindInt32("spec-id") : null,
            RawJson = json.ValueKind == JsonValueKind.Object ? json.GetRawText() : $"{{\"fields\":{json.GetRawText()}}}",
        };
    }

    public static TableSortOrder ReadOrder(JsonElement json, TableSchema? schema)
    {
        JsonElement fields = FieldsOf(json, "A sort order is an object with 'fields', or a list of fields.");
        return new TableSortOrder([.. fields.EnumerateArray().Select(field => ReadSortField(field, schema))])
        {
            OrderId = json.ValueKind == JsonValueKind.Object ? json.FindInt32("order-id") : null,
            RawJson = json.ValueKind == JsonValueKind.Object ? json.GetRawText() : $"{{\"fields\":{json.GetRawText()}}}",
        };
    }

    private static TablePartitionField ReadPartitionField(JsonElement json, TableSchema? schema)
    {
        int? id = json.FindInt32("source-id");
        return new TablePartitionField(json.FindString("name") ?? string.Empty, json.FindString("transform") ?? "identity")
        {
            SourceId = id,
            Source = json.FindString(UnresolvedNames.SourceName) ?? schema?.FindName(id),
            FieldId = json.FindInt32("field-id"),
        };
    }

    private static TableSortField ReadSortField(JsonElement json, TableSchema? schema)
    {
        int? id = json.FindInt32("source-id");
        string direction = json.FindString("direction") ?? "asc";
        return new TableSortField(json.FindString("transform") ?? "identity", direction, json.FindString("null-order") ?? (direction == "asc" ? "nulls-first" : "nulls-last"))
        {
            SourceId = id,
            Source = json.FindString(UnresolvedNames.SourceName) ?? schema?.FindName(id),
        };
    }

    private static JsonElement FieldsOf(JsonElement json, string shape)
    {
        JsonElement fields = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("fields", out JsonElement inner) ? inner : json;
        return fields.ValueKind == JsonValueKind.Array ? fields : throw new JsonException(shape);
    }
}
