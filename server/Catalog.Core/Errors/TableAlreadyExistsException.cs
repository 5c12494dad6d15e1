namespace Catalog.Core;

/// <summary>The table exists.</summary>
/// <param name="name">The name asked for.</param>
public sealed class TableAlreadyExistsException(TableName name)
    : CatalogException($"Table already exists: {name}");
