using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Gives a new table its uuid; only in the commit that creates the table.</summary>
/// <param name="Uuid">The uuid.</param>
public sealed record AssignUuidUpdate(string Uuid) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "assign-uuid";
}
