using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>What a purge has to know of a table that is gone from the database.</summary>
internal sealed record PurgeOrder(
    string WarehouseName, string WarehouseLocation, string Uuid, string Place, string MetadataLocation, string MetadataFolder)
{
    public const string Kind = "purge";

    public static PurgeOrder Of(Warehouse warehouse, TableRow row) =>
        new(warehouse.Name, warehouse.Location, row.Uuid, row.Place, row.MetadataLocation, row.MetadataFolder);

    public static PurgeOrder FromJson(string json) => JsonSerializer.Deserialize(json, PurgeOrderJson.Default.PurgeOrder)!;

    public string ToJson() => JsonSerializer.Serialize(this, PurgeOrderJson.Default.PurgeOrder);
}

/// <summary>Written and read without reflection.</summary>
[JsonSerializable(typeof(PurgeOrder))]
internal sealed partial class PurgeOrderJson : JsonSerializerContext;
