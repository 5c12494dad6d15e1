using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Answers;
using Catalog.Server.Idempotency;
using Catalog.Server.Requests;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Warehouses;

/// <summary>AIStor's warehouses.</summary>
internal sealed class WarehouseEndpoints(Core.Warehouses warehouses, Mutations mutations, JsonBody json) : IEndpointGroup
{
    private const string All = "/_iceberg/v1/warehouses";
    private const string One = "/_iceberg/v1/warehouses/{warehouse}";

    private static readonly JsonAnswer<Warehouse> CreatedAnswer = new(WarehouseJson.WriteName);
    private static readonly JsonAnswer<Warehouse> WarehouseAnswer = new(WarehouseJson.Write);

    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile) => profile.Surface != Surface.AIStor ? [] :
    [
        new(HttpMethods.Get, All, CatalogAction.ListWarehouses, ListAsync),
        new(HttpMethods.Post, All, CatalogAction.CreateWarehouse, CreateAsync) { AuthorizesItself = true },
        new(HttpMethods.Get, One, CatalogAction.GetWarehouse, GetAsync),
        new(HttpMethods.Delete, One, CatalogAction.DeleteWarehouse, DropAsync),
    ];

    private Task ListAsync(CatalogCall call)
    {
        // What the caller may not see is left out; a page may then hold fewer than asked for.
        Page<Warehouse> page = warehouses.List(call.Page());
        page = page with { Items = [.. page.Items.Where(warehouse => call.Caller.Permissions.CanSee(warehouse.Name))] };
        return AnswerWriter.WriteJsonAsync(call.Context, StatusCodes.Status200OK, JsonText.Write(page, WarehouseJson.Write)).AsTask();
    }

    private async Task CreateAsync(CatalogCall call)
    {
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        CreateWarehouseRequest request = new(
            document.RootElement.RequiredText("name"),
            document.RootElement.OptionalSwitch("upgrade-existing"),
            document.RootElement.Properties("properties"));
        call.Demand(CatalogAction.CreateWarehouse, request.Name);
        await mutations.RunAsync(call, string.Empty, CreatedAnswer, receipt =>
            warehouses.CreateAsync(call.Profile.Rules, call.Caller, request, receipt)).ConfigureAwait(false);
    }

    private Task GetAsync(CatalogCall call) => WarehouseAnswer.WriteAsync(call.Context, warehouses.Get(call.WarehouseName)).AsTask();

    private async Task DropAsync(CatalogCall call)
    {
        string name = call.WarehouseName;
        bool preserveBucket = call.Switch("preserve-bucket") ?? false;
        await mutations.RunAsync(call, string.Empty, EmptyAnswer.NoContent, async receipt =>
        {
            await warehouses.DropAsync(call.Caller, name, preserveBucket, receipt).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }
}
