using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Sets properties of the table.</summary>
/// <param name="Updates">The properties to set or overwrite.</param>
public sealed record SetPropertiesUpdate(IReadOnlyDictionary<string, string> Updates) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-properties";
}
