using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>The tables of warehouses. Changes to what a table is go through <see cref="Commits"/>.</summary>
public sealed class Tables
{
    private readonly CatalogDatabase _database;
    private readonly Receipts _receipts;
    private readonly PageTokens _tokens;
    private readonly MetadataFiles _files;
    private readonly Drafts _drafts;
    private readonly Swaps _swaps;
    private readonly Settling _settling;
    private readonly Registrations _registrations;
    private readonly TableMetrics _metrics;
    private readonly JobRunner _jobs;
    private readonly TimeProvider _time;

    internal Tables(
        CatalogDatabase database,
        Receipts receipts,
        PageTokens tokens,
        MetadataFiles files,
        Drafts drafts,
        Swaps swaps,
        Settling settling,
        Registrations registrations,
        TableMetrics metrics,
        JobRunner jobs,
        TimeProvider time)
    {
        _database = database;
        _receipts = receipts;
        _tokens = tokens;
        _files = files;
        _drafts = drafts;
        _swaps = swaps;
        _settling = settling;
        _registrations = registrations;
        _metrics = metrics;
        _jobs = jobs;
        _time = time;
    }

    /// <summary>The names of a namespace's tables in the order of their bytes.</summary>
    /// <exception cref="NoSuchNamespaceException">The namespace does not exist.</exception>
    public Page<string> List(Warehouse warehouse, NamespaceName name, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        string list = $"tables\0{warehouse.Uuid}\0{name.Key}";
        string after = _tokens.Open(list, page);
        int limit = page.Limit;
        List<string> names = _database.ReadSnapshot((warehouse, name, after, limit), static (session, ask) =>
        {
            long id = NamespaceRows.FindId(session, ask.warehouse.Id.Value, ask.name.Key) ?? throw new NoSuchNamespaceException(ask.name);
            return TableRows.ListNames(session, id, ask.after, ask.limit == int.MaxValue ? ask.limit : ask.limit + 1);
        });
        return _tokens.Cut(list, names, limit, static entry => entry, static entry => entry);
    }

    /// <summary>A table's metadata, as it is stored.</summary>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    /// <exception cref="MetadataFileMissingException">Its metadata file is gone from the store.</exception>
    public LoadedTable Load(Warehouse warehouse, TableName name, SnapshotMode snapshots = SnapshotMode.All)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        for (int attempt = 0; ; attempt++)
        {
            TablePointer pointer = Find(warehouse, name) ?? throw new NoSuchTableException(name);
            try
            {
                return _files.ReadExisting(pointer.MetadataLocation).Loaded(snapshots);
            }
            catch (MetadataFileMissingException) when (attempt < 3 && Find(warehouse, name)?.MetadataLocation != pointer.MetadataLocation)
            {
                // A commit or purge was faster than this read: the table has another file by now, or is gone.
            }
        }
    }

    /// <summary>Whether a table exists.</summary>
    public bool Exists(Warehouse warehouse, TableName name)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        return Find(warehouse, name) is not null;
    }

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

    /// <summary>Keeps an engine's report of a scan or commit.</summary>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    public Task RecordMetricsAsync(
        Operation operation, TableName name, string reportType, ReadOnlyMemory<byte> report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrEmpty(reportType);
        return _metrics.RecordAsync(operation, name, reportType, report, cancellationToken);
    }

    /// <summary>The newest reports about a table, newest first.</summary>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    public IReadOnlyList<MetricReport> Metrics(Warehouse warehouse, TableName name, int limit = 100)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        return _metrics.Newest(warehouse, name, limit);
    }

    /// <summary>The uuid of a table, by which policies may name it; null when it does not exist or has none.</summary>
    public Guid? FindId(Warehouse warehouse, TableName name)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        TableRow? row = _database.Read(
            (warehouse: warehouse.Id.Value, name),
            static (session, ask) => TableRows.Find(session, ask.warehouse, ask.name.Namespace.Key, ask.name.Name));
        return Guid.TryParse(row?.Uuid, out Guid uuid) ? uuid : null;
    }

    private TablePointer? Find(Warehouse warehouse, TableName name) => _database.Read(
        (warehouse: warehouse.Id.Value, name),
        static (session, ask) => TableRows.FindPointer(session, ask.warehouse, ask.name.Namespace.Key, ask.name.Name));
}
