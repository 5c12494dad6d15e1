using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Removes properties of the table.</summary>
/// <param name="Removals">The names of the properties; missing ones are ignored.</param>
public sealed record RemovePropertiesUpdate(IReadOnlyList<string> Removals) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-properties";
}
