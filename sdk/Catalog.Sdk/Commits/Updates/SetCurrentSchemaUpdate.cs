using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Makes a schema the current one.</summary>
/// <param name="SchemaId">The id of the schema; -1 is the one added last in this commit.</param>
public sealed record SetCurrentSchemaUpdate(long SchemaId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-current-schema";
}
