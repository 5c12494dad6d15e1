namespace Catalog.Core;

/// <summary>The table does not exist.</summary>
/// <param name="name">The name asked for.</param>
public sealed class NoSuchTableException(TableName name)
    : CatalogException($"Table does not exist: {name}");
