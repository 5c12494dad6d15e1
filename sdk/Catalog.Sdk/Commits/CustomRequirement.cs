using System.Text.Json;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>A requirement of a type that this version does not know; it is sent as it is, and only the server can check it.</summary>
public sealed record CustomRequirement : TableRequirement
{
    /// <summary>Takes the JSON of a requirement.</summary>
    /// <param name="json">An object with a string <c>type</c>.</param>
    /// <exception cref="JsonException">There is no such object.</exception>
    public CustomRequirement(JsonElement json)
    {
        Json = json.Clone();
        Type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out JsonElement type)
            && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : throw new JsonException("A requirement is an object with a string 'type'.");
    }

    /// <inheritdoc/>
    public override string Type { get; }

    /// <summary>The JSON of the requirement.</summary>
    public JsonElement Json { get; }

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) => null;
}
