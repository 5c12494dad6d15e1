namespace Catalog.PowerShell.Warehouses;

/// <summary>Makes the output object of a warehouse.</summary>
internal static class WarehouseOutput
{
    public static WarehouseInfo ToOutput(this Sdk.Warehouses.Warehouse warehouse) => new(warehouse.Name)
    {
        Bucket = warehouse.Bucket,
        Uuid = Guid.TryParse(warehouse.Uuid, out Guid uuid) ? uuid : null,
        CreatedAt = warehouse.CreatedAt?.ToLocalTime(),
        Properties = new SortedDictionary<string, string>(warehouse.Properties.ToDictionary(), StringComparer.Ordinal),
    };
}
