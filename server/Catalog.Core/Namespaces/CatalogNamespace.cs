namespace Catalog.Core;

/// <summary>A namespace with its properties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">Its properties, in the order they were set.</param>
public sealed record CatalogNamespace(NamespaceName Name, IReadOnlyDictionary<string, string> Properties);
