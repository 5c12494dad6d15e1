namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>warehouses</c>.</summary>
public sealed record WarehouseRow(
    long Id,
    string Name,
    string Bucket,
    Guid Uuid,
    string Location,
    string Properties,
    long CreatedMs);
