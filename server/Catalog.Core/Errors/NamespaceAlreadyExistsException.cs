namespace Catalog.Core;

/// <summary>The namespace exists.</summary>
/// <param name="name">The name asked for.</param>
public sealed class NamespaceAlreadyExistsException(NamespaceName name)
    : CatalogException($"Namespace already exists: {name}");
