using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Reads the parts of a commit from the REST spec's form.</summary>
internal static class CommitParts
{
    public static TableUpdate ToUpdate(JsonElement json) => json.FindString("action") is { } action
        ? new TableUpdate(action, json.GetRawText())
        : throw new JsonException("An update is an object with an 'action', for example @{ action = 'set-properties'; updates = @{ owner = 'ada' } }.");

    public static TableRequirement ToRequirement(JsonElement json) => json.FindString("type") is { } type
        ? new TableRequirement(type, json.GetRawText())
        : throw new JsonException("A requirement is an object with a 'type', for example @{ type = 'assert-current-schema-id'; 'current-schema-id' = 0 }.");

    /// <summary>Reads changes; the whole body of a transaction is taken too.</summary>
    public static IEnumerable<TableChange> ToChanges(JsonElement json)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("table-changes", out JsonElement changes)
            ? changes.EnumerateArray().Select(ToChange)
            : [ToChange(json)];

    private static TableChange ToChange(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("identifier", out JsonElement identifier)
            || identifier.FindString("name") is not { } name)
        {
            throw new JsonException("A change is an object with an 'identifier' (namespace and name), 'requirements' and 'updates'. New-TableUpdateSet makes one.");
        }

        string[] levels = identifier.TryGetProperty("namespace", out JsonElement ns) && ns.ValueKind == JsonValueKind.Array
            ? [.. ns.EnumerateArray().Select(level => level.GetString() ?? string.Empty)]
            : [.. NamespaceName.Split(identifier.FindString("namespace") ?? string.Empty)];
        return new TableChange(
            new NamespaceName(levels),
            name,
            [.. json.FindArray("requirements").Select(ToRequirement)],
            [.. json.FindArray("updates").Select(ToUpdate)]);
    }
}
