using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Iceberg;
using Catalog.Server.Answers;
using Catalog.Server.Idempotency;
using Catalog.Server.Requests;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Tables;

/// <summary>Tables: listed, made, dropped, renamed. Loads and commits are in <see cref="TableStateEndpoints"/>.</summary>
internal sealed class TableEndpoints(Core.Tables tables, Core.Warehouses warehouses, Mutations mutations, JsonBody json) : IEndpointGroup
{
    private const string In = "/namespaces/{namespace}";
    private const string One = In + "/tables/{table}";

    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile) =>
    [
        new(HttpMethods.Get, In + "/tables", CatalogAction.ListTables, ListAsync),
        new(HttpMethods.Post, In + "/tables", CatalogAction.CreateTable, CreateAsync) { AuthorizesItself = true },
        new(HttpMethods.Post, In + "/register", CatalogAction.CreateTable, RegisterAsync) { AuthorizesItself = true },
        new(HttpMethods.Head, One, CatalogAction.GetTable, ExistsAsync),
        new(HttpMethods.Delete, One, CatalogAction.DeleteTable, DropAsync),
        new(HttpMethods.Post, "/tables/rename", CatalogAction.RenameTable, RenameAsync) { AuthorizesItself = true, IsRename = true },
        new(HttpMethods.Post, One + "/metrics", CatalogAction.GetTable, ReportMetricsAsync),
    ];

    private Task ListAsync(CatalogCall call)
    {
        NamespaceName ns = call.Namespace;
        Page<string> page = tables.List(warehouses.Get(call.WarehouseName), ns, call.Page());
        return AnswerWriter.WriteJsonAsync(call.Context, StatusCodes.Status200OK, JsonText.Write((ns, page), TableJson.Write)).AsTask();
    }

    private async Task CreateAsync(CatalogCall call)
    {
        NamespaceName ns = call.Namespace;
        AccessControl.DemandPossible(call.Caller, CatalogAction.CreateTable, call.WarehouseName, ns);
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        CreateTableRequest request = CreateTableRequest.Parse(document.RootElement, call.Profile.Rules.BareArraysAllowed);
        call.Demand(CatalogAction.CreateTable, new TableName(ns, request.Name));

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, LoadedTableAnswer.Instance, receipt =>
            tables.CreateAsync(call.OperationIn(warehouse, receipt), ns, request)).ConfigureAwait(false);
    }

    private async Task RegisterAsync(CatalogCall call)
    {
        NamespaceName ns = call.Namespace;
        AccessControl.DemandPossible(call.Caller, CatalogAction.CreateTable, call.WarehouseName, ns);
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        TableName name = new(ns, document.RootElement.RequiredText("name"));
        string location = document.RootElement.RequiredText("metadata-location");
        bool overwrite = document.RootElement.OptionalSwitch("overwrite");
        call.Demand(CatalogAction.CreateTable, name);
        if (overwrite)
        {
            call.Demand(CatalogAction.UpdateTable, name);
        }

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, LoadedTableAnswer.Instance, receipt =>
            tables.RegisterAsync(call.OperationIn(warehouse, receipt), name, location, overwrite)).ConfigureAwait(false);
    }

    private Task ExistsAsync(CatalogCall call)
    {
        TableName name = call.Table;
        if (!tables.Exists(warehouses.Get(call.WarehouseName), name))
        {
            throw new NoSuchTableException(name);
        }

        AnswerWriter.WriteEmpty(call.Context, call.Profile.ExistsStatus);
        return Task.CompletedTask;
    }

    private async Task DropAsync(CatalogCall call)
    {
        bool? purge = call.Switch("purgeRequested");
        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        TableName name = call.Table;
        await mutations.RunAsync(call, warehouse.Name, EmptyAnswer.NoContent, async receipt =>
        {
            await tables.DropAsync(call.OperationIn(warehouse, receipt), name, purge).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }

    private async Task RenameAsync(CatalogCall call)
    {
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        TableName source = document.RootElement.RequiredTable("source");
        TableName destination = document.RootElement.RequiredTable("destination");
        call.Demand(CatalogAction.RenameTable, source);
        call.Demand(CatalogAction.RenameTable, destination);

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, EmptyAnswer.NoContent, async receipt =>
        {
            await tables.RenameAsync(call.OperationIn(warehouse, receipt), source, destination).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }

    private async Task ReportMetricsAsync(CatalogCall call)
    {
        string type;
        using (JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false))
        {
            type = MetricsReport.TypeOf(document.RootElement);
        }

        ReadOnlyMemory<byte> report = await call.Body.ReadAsync().ConfigureAwait(false);
        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        TableName name = call.Table;
        await mutations.RunAsync(call, warehouse.Name, EmptyAnswer.NoContent, async receipt =>
        {
            await tables.RecordMetricsAsync(call.OperationIn(warehouse, receipt), name, type, report).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }
}
