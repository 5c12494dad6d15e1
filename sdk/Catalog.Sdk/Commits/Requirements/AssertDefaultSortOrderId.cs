using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The default sort order is the one that was read.</summary>
/// <param name="DefaultSortOrderId">The expected id.</param>
public sealed record AssertDefaultSortOrderId(long DefaultSortOrderId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-default-sort-order-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current?.DefaultSortOrderId == DefaultSortOrderId ? null : $"default sort order changed: expected id {DefaultSortOrderId} != {current?.DefaultSortOrderId}";
}
