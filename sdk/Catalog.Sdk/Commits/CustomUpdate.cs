using System.Text.Json;

namespace Catalog.Sdk.Commits;

/// <summary>An update with an action that this version does not know; it is sent as it is.</summary>
public sealed record CustomUpdate : TableUpdate
{
    /// <summary>Takes the JSON of an update.</summary>
    /// <param name="json">An object with a string <c>action</c>.</param>
    /// <exception cref="JsonException">There is no such object.</exception>
    public CustomUpdate(JsonElement json)
    {
        Json = json.Clone();
        Action = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("action", out JsonElement action)
            && action.ValueKind == JsonValueKind.String
            ? action.GetString()!
            : throw new JsonException("An update is an object with a string 'action'.");
    }

    /// <inheritdoc/>
    public override string Action { get; }

    /// <summary>The JSON of the update.</summary>
    public JsonElement Json { get; }
}
