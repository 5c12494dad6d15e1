namespace Catalog.Sdk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Values">The entries.</param>
/// <param name="ContinuationToken">What to begin the next page with; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Values, string? ContinuationToken);
