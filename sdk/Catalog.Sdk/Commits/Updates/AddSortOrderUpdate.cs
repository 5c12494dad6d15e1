using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Adds a sort order, bound to the current schema.</summary>
/// <param name="SortOrder">The order.</param>
public sealed record AddSortOrderUpdate(SortOrder SortOrder) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "add-sort-order";
}
