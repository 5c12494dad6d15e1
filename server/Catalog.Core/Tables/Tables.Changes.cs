using Catalog.Iceberg;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <content>Changes to which tables there are.</content>
public sealed partial class Tables
{
    /// <summary>Creates a table, or prepares one whose files a client writes before it commits with <c>assert-create</c>.</summary>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist.</exception>
    /// <exception cref="TableAlreadyExistsException">The table exists.</exception>
    public async Task<LoadedTable> CreateAsync(
        Operation operation, NamespaceName ns, CreateTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(request);
        var name = new TableName(ns, request.Name);
        Swaps.CheckFree(_database, operation, name, byCommit: false);
        Draft draft = _drafts.OfCreate(operation, name, request);
        if (request.StageCreate)
        {
            if (operation.Idempotency is not null)
            {
                await _receipts.WriteAsync(operation, draft.Receipt, static _ => { }, cancellationToken).ConfigureAwait(false);
            }

            return draft.Next.Loaded(SnapshotMode.All);
        }

        try
        {
            await _receipts.WriteAsync(
                operation,
                draft.Receipt,
                transaction => _swaps.Create(transaction, operation, name, draft, byCommit: false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CatalogException or OperationCanceledException)
        {
            _drafts.Discard(draft);
            throw;
        }

        _settling.Settle(draft);
        return draft.Next.Loaded(SnapshotMode.All);
    }

    /// <summary>Makes a table of a metadata file that is there already.</summary>
    /// <param name="operation">By whose rules, where, by whom.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="metadataLocation">The metadata file.</param>
    /// <param name="overwrite">Whether a table of that name is turned to the file.</param>
    /// <param name="cancellationToken">Honoured until the write begins.</param>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist.</exception>
    /// <exception cref="TableAlreadyExistsException">The table exists.</exception>
    /// <exception cref="MetadataFileMissingException">There is no such file.</exception>
    public Task<LoadedTable> RegisterAsync(
        Operation operation, TableName name, string metadataLocation, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(metadataLocation);
        return _registrations.RunAsync(operation, name, metadataLocation, overwrite, cancellationToken);
    }

    /// <summary>Drops a table. With a purge its files follow in the background, within seconds.</summary>
    /// <param name="operation">By whose rules, where, by whom.</param>
    /// <param name="name">The table.</param>
    /// <param name="purge">Whether its files go too; null for what the surface does by default.</param>
    /// <param name="cancellationToken">Honoured until the write begins.</param>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    public async Task DropAsync(Operation operation, TableName name, bool? purge = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        bool purges = purge ?? operation.Rules.PurgeByDefault;
        Warehouse warehouse = operation.Warehouse;
        await _receipts.WriteAsync<object?>(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                TableRow row = TableRows.Find(transaction, warehouse.Id.Value, name.Namespace.Key, name.Name) ?? throw new NoSuchTableException(name);
                TableRows.Delete(transaction, row.Id);
                if (!purges)
                {
                    KeptPlaceRows.Insert(transaction, row.Place);
                    return null;
                }

                long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                KeptPlaceRows.Delete(transaction, row.Place);
                JobRows.Insert(transaction, PurgeOrder.Kind, warehouse.Id.Value, PurgeOrder.Of(warehouse, row).ToJson(), now, now);

                return null;
            },
            cancellationToken).ConfigureAwait(false);
        if (purges)
        {
            _jobs.Wake();
        }
    }

    /// <summary>Gives a table another name, in its namespace or another one of the warehouse.</summary>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    /// <exception cref="NoSuchNamespaceException">The namespace of the new name does not exist.</exception>
    /// <exception cref="TableAlreadyExistsException">The new name is taken.</exception>
    public Task RenameAsync(Operation operation, TableName from, TableName to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        operation.Rules.Names.CheckTable(to.Name);
        long warehouse = operation.Warehouse.Id.Value;
        return _receipts.WriteAsync<object?>(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                TableRow row = TableRows.Find(transaction, warehouse, from.Namespace.Key, from.Name) ?? throw new NoSuchTableException(from);
                long target = NamespaceRows.FindId(transaction, warehouse, to.Namespace.Key) ?? throw new NoSuchNamespaceException(to.Namespace);
                if (TableRows.Exists(transaction, target, to.Name))
                {
                    throw new TableAlreadyExistsException(to);
                }

                TableRows.Rename(transaction, row.Id, target, to.Name);
                return null;
            },
            cancellationToken);
    }
}
