using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Moves the base location of the table for files to come.</summary>
/// <param name="Location">The new location.</param>
public sealed record SetLocationUpdate(string Location) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-location";
}
