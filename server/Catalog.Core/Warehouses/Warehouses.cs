using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>The warehouses of the catalog.</summary>
public sealed class Warehouses
{
    private const string ListName = "warehouses";
    private readonly CatalogDatabase _database;
    private readonly Receipts _receipts;
    private readonly PageTokens _tokens;
    private readonly Places _places;
    private readonly WarehouseCache _cache;
    private readonly BucketContents _contents;
    private readonly Ids _ids;
    private readonly TimeProvider _time;

    internal Warehouses(
        CatalogDatabase database, Receipts receipts, PageTokens tokens, Places places, WarehouseCache cache, BucketContents contents, Ids ids, TimeProvider time)
    {
        _database = database;
        _receipts = receipts;
        _tokens = tokens;
        _places = places;
        _cache = cache;
        _contents = contents;
        _ids = ids;
        _time = time;
    }

    /// <summary>The warehouses in the order of their names' bytes.</summary>
    public Page<Warehouse> List(PageRequest page)
    {
        string after = _tokens.Open(ListName, page);
        int limit = page.Limit;
        List<WarehouseRow> rows = _database.Read(
            (after, limit),
            static (session, ask) => WarehouseRows.List(session, ask.after, ask.limit == int.MaxValue ? ask.limit : ask.limit + 1));
        return _tokens.Cut(ListName, rows, limit, static row => row.Name, WarehouseCache.Of);
    }

    /// <summary>A warehouse by its name.</summary>
    /// <remarks>Remembered for a second or two: what another process drops is gone by then, and was empty before.</remarks>
    /// <exception cref="NoSuchWarehouseException">It does not exist.</exception>
    public Warehouse Get(string name) => _cache.Get(name) ?? throw new NoSuchWarehouseException(name);

    /// <summary>Creates a warehouse and its bucket.</summary>
    /// <exception cref="WarehouseAlreadyExistsException">
    /// The warehouse exists, or its bucket does and <see cref="CreateWarehouseRequest.UpgradeExisting"/> was not asked for.
    /// </exception>
    public async Task<Warehouse> CreateAsync(
        SurfaceRules rules, Caller caller, CreateWarehouseRequest request, IdempotentCall? idempotency = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(request);
        NamingRules.CheckWarehouse(request.Name);
        IReadOnlyDictionary<string, string> properties = request.Properties ?? new Dictionary<string, string>();
        PropertyLimits.Check(rules, properties);
        string location = _places.WarehouseFolder(request.Name);
        FileLocation folder = FileLocation.Parse(location);
        Warehouse made = await _receipts.WriteAsync(
            caller,
            idempotency,
            transaction =>
            {
                if (WarehouseRows.Find(transaction, request.Name) is not null)
                {
                    throw new WarehouseAlreadyExistsException($"Warehouse already exists: {request.Name}");
                }

                if (!request.UpgradeExisting && FileStore.FolderExists(folder))
                {
                    throw new WarehouseAlreadyExistsException(
                        $"Bucket already exists: {request.Name}. To make it a warehouse, ask for upgrade-existing");
                }

                var row = new WarehouseRow(
                    0, request.Name, request.Name, _ids.NewUuid(), location, PropertyJson.Write(properties), _time.GetUtcNow().ToUnixTimeMilliseconds());
                return WarehouseCache.Of(row with { Id = WarehouseRows.Insert(transaction, row) });
            },
            cancellationToken).ConfigureAwait(false);

        // After the row: a folder that is there without one would make the name a bucket that exists. A start makes up for it.
        FileStore.CreateFolder(folder);
        _cache.Forget(request.Name);
        return made;
    }

    /// <summary>
    /// Drops a warehouse without namespaces. Without <paramref name="preserveBucket"/> its bucket goes too, and must hold
    /// nothing but the catalog's own metadata files.
    /// </summary>
    /// <exception cref="NoSuchWarehouseException">It does not exist.</exception>
    /// <exception cref="WarehouseNotEmptyException">It holds something, or an organisation is bound to it.</exception>
    public async Task DropAsync(
        Caller caller, string name, bool preserveBucket, IdempotentCall? idempotency = null, CancellationToken cancellationToken = default)
    {
        Warehouse warehouse = _cache.Read(name) ?? throw new NoSuchWarehouseException(name);
        if (!preserveBucket)
        {
            await _contents.FinishPurgesAsync(warehouse, cancellationToken).ConfigureAwait(false);
        }

        await _receipts.WriteAsync<object?>(
            caller,
            idempotency,
            transaction =>
            {
                WarehouseRow row = WarehouseRows.Find(transaction, name) ?? throw new NoSuchWarehouseException(name);
                if (NamespaceRows.AnyIn(transaction, row.Id))
                {
                    throw new WarehouseNotEmptyException($"Warehouse {name} is not empty: it holds namespaces");
                }

                if (!preserveBucket && BucketContents.FindForeign(warehouse) is { } foreign)
                {
                    throw new WarehouseNotEmptyException($"The bucket of warehouse {name} is not empty: it holds {foreign}");
                }

                if (!WarehouseRows.Delete(transaction, row.Id))
                {
                    throw new WarehouseNotEmptyException($"Warehouse {name} cannot be dropped: an organisation is bound to it");
                }

                if (!preserveBucket)
                {
                    // While nobody else can take the name, and with it the folder.
                    BucketContents.Remove(warehouse);
                }

                return null;
            },
            cancellationToken).ConfigureAwait(false);
        _cache.Forget(name);
    }
}
