using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Iceberg;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Warehouses;

/// <summary>The warehouses of AIStor Tables. A server says for a warehouse whether it honours keys, and there may be none yet: these calls carry one only once it has said so.</summary>
internal sealed class WarehouseCatalog(CatalogCaller caller, CatalogClientOptions settings, ServerCapabilities server) : IWarehouseCatalog
{
    private const string Root = "/_iceberg/v1/warehouses";

    public AsyncPageable<string> ListWarehousesAsync(int? pageSize = null, CallOptions? options = null) =>
        new ServerPageable<string>(
            (token, cancellationToken) => caller.SendAsync(
                new CatalogCall(
                    "list_warehouses",
                    HttpMethod.Get,
                    IcebergRoutes.WithQuery(Root, ("pageToken", token), ("pageSize", (pageSize ?? settings.PageSize)?.ToString())),
                    ErrorSubject.Warehouse),
                options,
                null,
                cancellationToken),
            json => [.. json.GetProperty("warehouses").EnumerateArray().Select(name => name.GetString()!)]);

    public async Task<Warehouse> GetWarehouseAsync(string name, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Read(await caller.SendAsync(Call("get_warehouse", HttpMethod.Get, name), options, null, cancellationToken).ConfigureAwait(false));

    public async Task<Warehouse> CreateWarehouseAsync(string name, bool upgradeExisting = false, IReadOnlyDictionary<string, string>? properties = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        byte[] body = Utf8Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteBoolean("upgrade-existing", upgradeExisting);
            if (properties is { Count: > 0 })
            {
                writer.WriteStartObject("properties");
                foreach ((string key, string value) in properties)
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
        var call = new CatalogCall("create_warehouse", HttpMethod.Post, Root, ErrorSubject.Warehouse) { Body = body, Target = name };
        return Read(await caller.SendAsync(call, options, KeyOf(options), cancellationToken).ConfigureAwait(false));
    }

    public async Task DropWarehouseAsync(string name, bool preserveBucket = false, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        CatalogCall call = Call("drop_warehouse", HttpMethod.Delete, name);
        await caller.SendAsync(
            call with { PathAndQuery = $"{call.PathAndQuery}?preserve-bucket={(preserveBucket ? "true" : "false")}" },
            options,
            KeyOf(options),
            cancellationToken).ConfigureAwait(false);
    }

    private static CatalogCall Call(string operation, HttpMethod method, string name) =>
        new(operation, method, $"{Root}/{Uri.EscapeDataString(PathValue.Check(name, nameof(name)))}", ErrorSubject.Warehouse) { Target = name };

    private Guid? KeyOf(CallOptions? options) =>
        options?.IdempotencyKey ?? (settings.UseIdempotencyKeys && server.HonoursIdempotencyKeys ? Guid.CreateVersion7(settings.TimeProvider.GetUtcNow()) : null);

    private static Warehouse Read(CatalogResponse answer)
    {
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize(answer.Body.Span, CatalogJson.Default.Warehouse)
                ?? throw new System.Text.Json.JsonException("null");
        }
        catch (System.Text.Json.JsonException e)
        {
            throw ErrorReader.Unreadable(answer, e);
        }
    }
}
