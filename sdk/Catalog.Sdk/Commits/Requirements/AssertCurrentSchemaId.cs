using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The current schema is the one that was read.</summary>
/// <param name="CurrentSchemaId">The expected id.</param>
public sealed record AssertCurrentSchemaId(long CurrentSchemaId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-current-schema-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current?.CurrentSchemaId == CurrentSchemaId ? null : $"current schema changed: expected id {CurrentSchemaId} != {current?.CurrentSchemaId}";
}
