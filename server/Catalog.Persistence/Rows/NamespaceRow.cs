namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>namespaces</c>.</summary>
public readonly record struct NamespaceRow(long Id, string Properties);
