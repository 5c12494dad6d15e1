namespace Catalog.Core;

/// <summary>The namespace holds tables or namespaces.</summary>
/// <param name="name">The name asked for.</param>
/// <param name="holds">What it holds.</param>
public sealed class NamespaceNotEmptyException(NamespaceName name, string holds)
    : CatalogException($"Namespace {name} is not empty: it holds {holds}");
