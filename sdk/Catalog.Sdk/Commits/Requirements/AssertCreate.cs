using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The table does not exist yet. It stands alone.</summary>
public sealed record AssertCreate : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-create";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current is null ? null : "table already exists";
}
