using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Makes a sort order the default one.</summary>
/// <param name="SortOrderId">The id of the order; -1 is the one added last in this commit.</param>
public sealed record SetDefaultSortOrderUpdate(long SortOrderId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-default-sort-order";
}
