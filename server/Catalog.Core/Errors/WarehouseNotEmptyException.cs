namespace Catalog.Core;

/// <summary>The warehouse cannot be dropped: it holds something, or an organisation is bound to it.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class WarehouseNotEmptyException(string message)
    : CatalogException(message);
