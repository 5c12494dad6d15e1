using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Removes schemas that no snapshot uses any more.</summary>
/// <param name="SchemaIds">The ids of the schemas; the current one is refused.</param>
public sealed record RemoveSchemasUpdate(IReadOnlyList<long> SchemaIds) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-schemas";
}
