using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>The requirements that Java derives from updates.</summary>
internal static class Requirements
{
    public static IEnumerable<JsonObject> ForUpdate(JavaTable table, IReadOnlyList<JsonObject> updates)
    {
        foreach (JsonObject requirement in ForReplace(table, updates))
        {
            yield return requirement;
        }

        HashSet<string> actions = Actions(updates);
        if (actions.Overlaps(["set-current-schema", "remove-schemas"]))
        {
            yield return Number("assert-current-schema-id", "current-schema-id", table.Metadata.GetProperty("current-schema-id").GetInt32());
        }

        if (actions.Overlaps(["set-default-spec", "remove-partition-specs"]))
        {
            yield return Number("assert-default-spec-id", "default-spec-id", table.Metadata.GetProperty("default-spec-id").GetInt32());
        }

        if (actions.Contains("set-default-sort-order"))
        {
            yield return Number("assert-default-sort-order-id", "default-sort-order-id", table.Metadata.GetProperty("default-sort-order-id").GetInt32());
        }

        foreach (string branch in updates.Where(update => (string?)update["action"] == "set-snapshot-ref").Select(update => (string)update["ref-name"]!).Distinct())
        {
            yield return new JsonObject { ["type"] = "assert-ref-snapshot-id", ["ref"] = branch, ["snapshot-id"] = table.Ref(branch) };
        }

        if (actions.Overlaps(["remove-schemas", "remove-partition-specs"]) && table.Metadata.TryGetProperty("refs", out JsonElement refs))
        {
            foreach (JsonProperty branch in refs.EnumerateObject().Where(r => r.Name != "main" && r.Value.GetProperty("type").GetString() == "branch"))
            {
                yield return new JsonObject { ["type"] = "assert-ref-snapshot-id", ["ref"] = branch.Name, ["snapshot-id"] = table.Ref(branch.Name) };
            }
        }
    }

    public static IEnumerable<JsonObject> ForReplace(JavaTable table, IReadOnlyList<JsonObject> updates)
    {
        HashSet<string> actions = Actions(updates);
        yield return new JsonObject { ["type"] = "assert-table-uuid", ["uuid"] = table.Uuid };
        if (actions.Contains("add-schema"))
        {
            yield return Number("assert-last-assigned-field-id", "last-assigned-field-id", table.LastColumnId);
        }

        if (actions.Contains("add-spec"))
        {
            yield return Number("assert-last-assigned-partition-id", "last-assigned-partition-id", table.LastPartitionId);
        }
    }

    private static HashSet<string> Actions(IEnumerable<JsonObject> updates) => [.. updates.Select(update => (string)update["action"]!)];

    private static JsonObject Number(string type, string member, int value) => new() { ["type"] = type, [member] = value };
}
