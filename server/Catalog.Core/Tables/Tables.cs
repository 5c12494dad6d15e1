using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>The tables of warehouses. Changes to what a table is go through <see cref="Commits"/>.</summary>
public sealed partial class Tables
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

    private TablePointer? Find(Warehouse warehouse, TableName name) => _database.Read(
        (warehouse: warehouse.Id.Value, name),
        static (session, ask) => TableRows.FindPointer(session, ask.warehouse, ask.name.Namespace.Key, ask.name.Name));
}
