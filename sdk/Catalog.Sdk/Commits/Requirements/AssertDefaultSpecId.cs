using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The default partition spec is the one that was read.</summary>
/// <param name="DefaultSpecId">The expected id.</param>
public sealed record AssertDefaultSpecId(long DefaultSpecId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-default-spec-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current?.DefaultSpecId == DefaultSpecId ? null : $"default partition spec changed: expected id {DefaultSpecId} != {current?.DefaultSpecId}";
}
