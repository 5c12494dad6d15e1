using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Iceberg;
using Catalog.Server.Answers;
using Catalog.Server.Idempotency;
using Catalog.Server.Requests;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Tables;

/// <summary>A table's state: loaded and committed to. These are the requests that come by the thousand.</summary>
internal sealed class TableStateEndpoints(
    Core.Tables tables, Commits commits, Core.Warehouses warehouses, Mutations mutations, JsonBody json) : IEndpointGroup
{
    private const string One = "/namespaces/{namespace}/tables/{table}";

    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile) =>
    [
        new(HttpMethods.Get, One, CatalogAction.GetTable, LoadAsync),
        new(HttpMethods.Post, One, CatalogAction.UpdateTable, CommitAsync),
        new(HttpMethods.Post, "/transactions/commit", CatalogAction.UpdateTable, TransactAsync) { AuthorizesItself = true },
    ];

    private Task LoadAsync(CatalogCall call)
    {
        SnapshotMode snapshots = call.Query("snapshots") switch
        {
            null or "" or "all" => SnapshotMode.All,
            "refs" => SnapshotMode.Refs,
            _ => throw new InvalidRequestException("snapshots must be all or refs", "snapshots"),
        };
        LoadedTable table = tables.Load(warehouses.Get(call.WarehouseName), call.Table, snapshots);
        if (EntityTags.Matches(call.Context.Request.Headers.IfNoneMatch, table.ETag))
        {
            call.Context.Response.Headers.ETag = table.ETag;
            AnswerWriter.WriteEmpty(call.Context, StatusCodes.Status304NotModified);
            return Task.CompletedTask;
        }

        ValueTask write = LoadedTableAnswer.Instance.WriteAsync(call.Context, table);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    private async Task CommitAsync(CatalogCall call)
    {
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        CommitTableRequest request = CommitBody.Parse(document.RootElement);
        TableName name = call.Table;
        if (request.Identifier is { } identifier && !name.Is(identifier))
        {
            throw call.CanReadOtherwise
                ? new NoSuchTableException(name)
                : new InvalidRequestException($"The body's identifier is not the path's {name}", "identifier");
        }

        if (request.IsCreate)
        {
            call.Demand(CatalogAction.CreateTable, name);
        }

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, LoadedTableAnswer.Instance, receipt =>
            commits.CommitAsync(call.OperationIn(warehouse, receipt), name, request)).ConfigureAwait(false);
    }

    private async Task TransactAsync(CatalogCall call)
    {
        using JsonDocument document = await call.ReadJsonAsync(json).ConfigureAwait(false);
        List<CommitTableRequest> changes = TableChanges.Of(document.RootElement);
        foreach (CommitTableRequest change in changes)
        {
            if (change.Identifier is { } table)
            {
                TableName name = new(NamespaceName.Of(table.Namespace), table.Name);
                call.Demand(CatalogAction.UpdateTable, name);
                if (change.IsCreate)
                {
                    call.Demand(CatalogAction.CreateTable, name);
                }
            }
        }

        Warehouse warehouse = warehouses.Get(call.WarehouseName);
        await mutations.RunAsync(call, warehouse.Name, new EmptyAnswer(call.Profile.TransactionStatus), async receipt =>
        {
            await commits.TransactAsync(call.OperationIn(warehouse, receipt), changes).ConfigureAwait(false);
            return null;
        }).ConfigureAwait(false);
    }
}
