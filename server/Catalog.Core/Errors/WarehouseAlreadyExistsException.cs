namespace Catalog.Core;

/// <summary>The warehouse, or the bucket it would take, exists.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class WarehouseAlreadyExistsException(string message)
    : CatalogException(message);
