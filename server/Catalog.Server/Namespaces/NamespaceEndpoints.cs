using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Answers;
using Catalog.Server.Idempotency;
using Catalog.Server.Requests;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Namespaces;

/// <summary>Namespaces and their properties.</summary>
internal sealed class NamespaceEndpoints(Core.Namespaces namespaces, Core.Warehouses warehouses, Mutations mutations, JsonBody json) : IEndpointGroup
{
    private const string All = "/namespaces";
    private const string One = "/namespaces/{namespace}";

    private static readonly JsonAnswer<CatalogNamespace> NamespaceAnswer = new(NamespaceJson.Write);
    private static readonly JsonAnswer<PropertiesUpdate> PropertiesAnswer = new(NamespaceJson.Write);

    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile) =>
    [
        new(HttpMethods.Get, All, CatalogAction.ListNamespaces, ListAsync) { AuthorizesItself = true },
        new(HttpMethods.Post, All, CatalogAction.CreateNamespace, CreateAsync) { AuthorizesItself = true },
        new(HttpMethods.Get, One, CatalogAction.GetNamespace, GetAsync),
        new(HttpMethods.Head, One, CatalogAction.GetNamespace, ExistsAsync),
        new(HttpMethods.Delete, One, CatalogAction.DeleteNamespace, DropAsync),
        new(HttpMethods.Post, One + "/properties", CatalogAction.UpdateNamespace, UpdatePropertiesAsync),
    ];

    private Task ListAsync(CatalogCall call)
    {
        NamespaceName? parent = call.Parent();
        call.Demand(CatalogAction.ListNamespaces, call.WarehouseName, parent);
        Page<NamespaceName> page = namespaces.List(warehouses.Get(call.WarehouseName), parent, call.Page());
        return AnswerWriter.WriteJsonAsync(call.Context, StatusCodes.Status200OK, JsonText.Write(page, NamespaceJson.Write)).AsTask();
    }

    private async Task CreateAsync(CatalogCall call)
    {
        AccessControl.DemandPossible(call.Caller, CatalogAction.CreateNamespace, call.WarehouseName);
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        NamespaceName name = document.RootElement.RequiredNamespace("namespace");
        OrderedDictionary<string, string> properties = document.RootElement.Properties("properties");
        call.Demand(CatalogAction.CreateNamespace, call.WarehouseName, name);

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, NamespaceAnswer, receipt =>
            namespaces.CreateAsync(call.OperationIn(warehouse, receipt), name, properties)).ConfigureAwait(false);
    }

    private Task GetAsync(CatalogCall call)
    {
        CatalogNamespace found = namespaces.Get(warehouses.Get(call.WarehouseName), call.Namespace);
        return NamespaceAnswer.WriteAsync(call.Context, found).AsTask();
    }

    private Task ExistsAsync(CatalogCall call)
    {
        NamespaceName name = call.Namespace;
        if (!namespaces.Exists(warehouses.Get(call.WarehouseName), name))
        {
            throw new NoSuchNamespaceException(name);
        }

        AnswerWriter.WriteEmpty(call.Context, call.Profile.ExistsStatus);
        return Task.CompletedTask;
    }

    private async Task DropAsync(CatalogCall call)
    {
        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        NamespaceName name = call.Namespace;
        await mutations.RunAsync(call, warehouse.Name, EmptyAnswer.NoContent, async receipt =>
        {
            await namespaces.DropAsync(call.OperationIn(warehouse, receipt), name).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }

    private async Task UpdatePropertiesAsync(CatalogCall call)
    {
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        List<string> removals = document.RootElement.Texts("removals");
        OrderedDictionary<string, string> updates = document.RootElement.Properties("updates");

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        NamespaceName name = call.Namespace;
        await mutations.RunAsync(call, warehouse.Name, PropertiesAnswer, receipt =>
            namespaces.UpdatePropertiesAsync(call.OperationIn(warehouse, receipt), name, removals, updates)).ConfigureAwait(false);
    }
}
