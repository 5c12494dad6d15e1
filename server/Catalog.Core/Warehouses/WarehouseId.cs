namespace Catalog.Core;

/// <summary>The database's number of a warehouse.</summary>
public readonly record struct WarehouseId(long Value);
