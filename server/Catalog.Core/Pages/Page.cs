namespace Catalog.Core;

/// <summary>A part of a list, or all of it.</summary>
/// <param name="Items">The entries, in the order of their names' bytes.</param>
/// <param name="NextToken">The token of the next page; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
