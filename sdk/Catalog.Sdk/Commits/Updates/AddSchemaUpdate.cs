using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Adds a schema; its field ids are taken as they are.</summary>
/// <param name="Schema">The schema.</param>
public sealed record AddSchemaUpdate(Schema Schema) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "add-schema";

    /// <summary>The highest field id ever used, for servers that still ask for it.</summary>
    public long? LastColumnId { get; init; }
}
