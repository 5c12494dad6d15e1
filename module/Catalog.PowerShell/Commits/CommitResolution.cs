using System.Text.Json.Nodes;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Replaces the names that builders leave in updates by the ids that the table has for them.</summary>
internal static class CommitResolution
{
    private static readonly string[] Nested = ["schema", "spec", "sort-order"];

    public static bool Needs(TableUpdate update) => update.Action switch
    {
        "add-schema" => JsonNode.Parse(update.Json)?["schema"] is JsonObject schema && (schema.ContainsKey(UnresolvedNames.IdentifierNames) || LacksIds(schema["fields"])),
        "add-spec" or "add-sort-order" => update.Json.Contains(UnresolvedNames.SourceName, StringComparison.Ordinal),
        _ => false,
    };

    public static IReadOnlyList<TableUpdate> Resolve(IReadOnlyList<TableUpdate> updates, TableSchema current, int lastColumnId)
    {
        // A spec or an order may name columns that a schema added before it in the same commit.
        TableSchema schema = current;
        List<TableUpdate> resolved = [];
        foreach (TableUpdate update in updates)
        {
            JsonObject json = JsonNode.Parse(update.Json)!.AsObject();
            JsonObject? part = Nested.Select(name => json[name] as JsonObject).FirstOrDefault(node => node is not null);
            if (part is null)
            {
                resolved.Add(update);
            }
            else if (update.Action == "add-schema")
            {
                FieldIds.Complete(part, schema, lastColumnId);
                schema = SchemaReader.ReadSchema(RestForm.Parse(part.ToJsonString()));
                resolved.Add(new TableUpdate(update.Action, json.ToJsonString()));
            }
            else
            {
                FieldIds.ReplaceSources(part, schema);
                resolved.Add(new TableUpdate(update.Action, json.ToJsonString()));
            }
        }

        return resolved;
    }

    private static bool LacksIds(JsonNode? node) => node switch
    {
        JsonArray fields => fields.Any(LacksIds),
        JsonObject json => (json.ContainsKey("name") && !json.ContainsKey("id")) || json.Any(member => LacksIds(member.Value)),
        _ => false,
    };
}
