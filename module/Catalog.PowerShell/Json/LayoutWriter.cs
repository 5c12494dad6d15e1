using System.Text.Json.Nodes;

namespace Catalog.PowerShell.Json;

/// <summary>Writes partition specs and sort orders in the spec's form.</summary>
internal static class LayoutWriter
{
    public static JsonObject ToNode(TablePartitionSpec spec)
    {
        if (spec.RawJson is { } raw)
        {
            return (JsonObject)JsonNode.Parse(raw)!;
        }

        JsonObject json = [];
        if (spec.SpecId is { } id)
        {
            json["spec-id"] = id;
        }

        json["fields"] = new JsonArray([.. spec.Fields.Select(ToNode)]);
        return json;
    }

    public static JsonObject ToNode(TablePartitionField field)
    {
        JsonObject json = Source(field.SourceId, field.Source);
        if (field.FieldId is { } id)
        {
            json["field-id"] = id;
        }

        json["name"] = field.Name;
        json["transform"] = field.Transform;
        return json;
    }

    public static JsonObject ToNode(TableSortOrder order)
    {
        if (order.RawJson is { } raw)
        {
            return (JsonObject)JsonNode.Parse(raw)!;
        }

        return new JsonObject
        {
            ["order-id"] = order.OrderId ?? (order.Fields.Count == 0 ? 0 : 1),
            ["fields"] = new JsonArray([.. order.Fields.Select(ToNode)]),
        };
    }

    public static JsonObject ToNode(TableSortField field)
    {
        JsonObject json = Source(field.SourceId, field.Source);
        json["transform"] = field.Transform;
        json["direction"] = field.Direction;
        json["null-order"] = field.NullOrder;
        return json;
    }

    private static JsonObject Source(int? id, string? name)
        => id is { } value ? new JsonObject { ["source-id"] = value } : new JsonObject { [UnresolvedNames.SourceName] = name };
}
