using System.Collections.Concurrent;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>Warehouses by name, remembered briefly: every request needs its own.</summary>
internal sealed class WarehouseCache(CatalogDatabase database, TimeProvider time)
{
    private const int MostRemembered = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, (Warehouse Warehouse, long ReadAt)> _remembered = new(StringComparer.Ordinal);

    public static Warehouse Of(WarehouseRow row) => new(
        new WarehouseId(row.Id), row.Name, row.Bucket, row.Uuid, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMs), row.Location, PropertyJson.Read(row.Properties));

    public Warehouse? Get(string name)
    {
        if (_remembered.TryGetValue(name, out (Warehouse Warehouse, long ReadAt) known) && time.GetElapsedTime(known.ReadAt) < Lifetime)
        {
            return known.Warehouse;
        }

        long now = time.GetTimestamp();
        if (Read(name) is not { } warehouse)
        {
            return null;
        }

        // Read again, most likely the same: one object stays one, for whoever compares.
        if (known.Warehouse is { } before && before.Id == warehouse.Id)
        {
            warehouse = before;
        }

        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        _remembered[name] = (warehouse, now);
        return warehouse;
    }

    public Warehouse? Read(string name)
    {
        WarehouseRow? row = database.Read(name, static (session, asked) => WarehouseRows.Find(session, asked));
        return row is null ? null : Of(row);
    }

    public void Forget(string name) => _remembered.TryRemove(name, out _);
}
