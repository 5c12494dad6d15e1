namespace Catalog.Core;

/// <summary>The namespace does not exist.</summary>
/// <param name="name">The name asked for.</param>
public sealed class NoSuchNamespaceException(NamespaceName name)
    : CatalogException($"Namespace does not exist: {name}");
