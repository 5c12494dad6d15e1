namespace Catalog.Core;

/// <summary>The warehouse does not exist.</summary>
/// <param name="warehouse">The name asked for.</param>
public sealed class NoSuchWarehouseException(string warehouse)
    : CatalogException($"Warehouse does not exist: {warehouse}");
