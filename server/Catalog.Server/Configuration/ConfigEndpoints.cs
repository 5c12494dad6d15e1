using System.Text.Json;
using System.Xml;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Answers;
using Catalog.Server.Requests;
using Catalog.Server.Settings;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Configuration;

/// <summary>What a client asks first: where its warehouse is and what is served.</summary>
internal sealed class ConfigEndpoints(Core.Warehouses warehouses, ServerSettings settings) : IEndpointGroup
{
    private readonly string _lifetime = XmlConvert.ToString(settings.IdempotencyLifetime);

    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile)
    {
        if (profile.Surface == Surface.Planasonix)
        {
            yield return new SurfaceRoute(HttpMethods.Get, "/v1/config", CatalogAction.GetConfig, OfBoundWarehouse) { AuthorizesItself = true };
            yield return new SurfaceRoute(HttpMethods.Get, "/v1/v1/config", CatalogAction.GetConfig, OfBoundWarehouse) { AuthorizesItself = true };
        }
        else
        {
            yield return new SurfaceRoute(HttpMethods.Get, "/_iceberg/v1/config", CatalogAction.GetConfig, OfNamedWarehouse) { AuthorizesItself = true };
            yield return new SurfaceRoute(HttpMethods.Get, "/_iceberg/v1/{warehouse}/config", CatalogAction.GetConfig, OfNamedWarehouse) { AuthorizesItself = true };
        }
    }

    private Task OfBoundWarehouse(CatalogCall call)
    {
        string bound = call.WarehouseName;
        if (call.Query("warehouse") is { Length: > 0 } asked && asked != bound)
        {
            // The same answer whether another organisation has such a warehouse or nobody.
            throw new NoSuchWarehouseException(asked);
        }

        return AnswerAsync(call, bound, isPrefix: false);
    }

    private Task OfNamedWarehouse(CatalogCall call)
    {
        string? asked = call.Query("warehouse") is { Length: > 0 } value ? value : null;
        string name = call.HasWarehouse ? call.WarehouseName : asked ?? throw new InvalidRequestException("warehouse is missing", "warehouse");
        if (asked is not null && asked != name)
        {
            throw new InvalidRequestException($"The path names the warehouse {name}, the query {asked}", "warehouse");
        }

        return AnswerAsync(call, name, isPrefix: true);
    }

    private Task AnswerAsync(CatalogCall call, string warehouse, bool isPrefix)
    {
        call.Demand(CatalogAction.GetConfig, warehouse);
        _ = warehouses.Get(warehouse);
        byte[] body = JsonText.Write((Warehouse: warehouse, IsPrefix: isPrefix, Lifetime: _lifetime), static (json, config) =>
        {
            json.WriteStartObject();
            json.WriteStartObject("defaults"u8);
            if (!config.IsPrefix)
            {
                json.WriteString("warehouse"u8, config.Warehouse);
            }

            json.WriteEndObject();
            json.WriteStartObject("overrides"u8);
            if (config.IsPrefix)
            {
                // Clients paste the prefix into their paths as it is.
                json.WriteString("prefix"u8, Uri.EscapeDataString(config.Warehouse));
            }

            json.WriteEndObject();
            json.WriteStartArray("endpoints"u8);
            foreach (string endpoint in ServedEndpoints.All)
            {
                json.WriteStringValue(endpoint);
            }

            json.WriteEndArray();
            json.WriteString("idempotency-key-lifetime"u8, config.Lifetime);
            json.WriteEndObject();
        });
        return AnswerWriter.WriteJsonAsync(call.Context, StatusCodes.Status200OK, body).AsTask();
    }
}
