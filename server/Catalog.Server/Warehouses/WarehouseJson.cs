using System.Globalization;
using System.Text.Json;
using Catalog.Core;
using Catalog.Server.Namespaces;

namespace Catalog.Server.Warehouses;

/// <summary>Warehouses as JSON.</summary>
internal static class WarehouseJson
{
    public static void WriteName(Utf8JsonWriter json, Warehouse warehouse)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, warehouse.Name);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Warehouse warehouse)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, warehouse.Name);
        json.WriteString("bucket"u8, warehouse.Bucket);
        json.WriteString("uuid"u8, warehouse.Uuid);
        json.WriteString("created-at"u8, warehouse.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteStartObject("properties"u8);
        foreach ((string key, string value) in warehouse.Properties)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Page<Warehouse> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("warehouses"u8);
        foreach (Warehouse warehouse in page.Items)
        {
            json.WriteStringValue(warehouse.Name);
        }

        json.WriteEndArray();
        json.WriteNextToken(page.NextToken);
        json.WriteEndObject();
    }
}
