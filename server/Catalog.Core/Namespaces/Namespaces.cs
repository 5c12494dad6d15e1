using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>The namespaces of warehouses.</summary>
public sealed class Namespaces
{
    private readonly CatalogDatabase _database;
    private readonly Receipts _receipts;
    private readonly PageTokens _tokens;
    private readonly TimeProvider _time;

    internal Namespaces(CatalogDatabase database, Receipts receipts, PageTokens tokens, TimeProvider time)
    {
        _database = database;
        _receipts = receipts;
        _tokens = tokens;
        _time = time;
    }

    /// <summary>The namespaces directly below a parent, or at the top, in the order of their names' bytes.</summary>
    /// <exception cref="NoSuchNamespaceException">The parent does not exist.</exception>
    public Page<NamespaceName> List(Warehouse warehouse, NamespaceName? parent, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        string list = $"namespaces\0{warehouse.Uuid}\0{parent?.Key}";
        string after = _tokens.Open(list, page);
        int limit = page.Limit;
        List<string> keys = _database.ReadSnapshot((warehouse, parent, after, limit), static (session, ask) =>
        {
            long parentId = ask.parent is null
                ? NamespaceRows.Top
                : NamespaceRows.FindId(session, ask.warehouse.Id.Value, ask.parent.Key) ?? throw new NoSuchNamespaceException(ask.parent);
            return NamespaceRows.ListChildren(session, ask.warehouse.Id.Value, parentId, ask.after, OneMore(ask.limit));
        });
        return _tokens.Cut(list, keys, limit, static key => key, NamespaceName.FromKey);
    }

    /// <summary>A namespace with its properties.</summary>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    public CatalogNamespace Get(Warehouse warehouse, NamespaceName name)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        NamespaceRow row = _database.Read((warehouse, name), static (session, ask) => NamespaceRows.Find(session, ask.warehouse.Id.Value, ask.name.Key))
            ?? throw new NoSuchNamespaceException(name);
        return new CatalogNamespace(name, PropertyJson.Read(row.Properties));
    }

    /// <summary>Whether a namespace exists.</summary>
    public bool Exists(Warehouse warehouse, NamespaceName name)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(name);
        return _database.Read((warehouse, name), static (session, ask) => NamespaceRows.FindId(session, ask.warehouse.Id.Value, ask.name.Key)) is not null;
    }

    /// <summary>Creates a namespace in a parent that exists.</summary>
    /// <exception cref="NoSuchNamespaceException">The parent does not exist.</exception>
    /// <exception cref="NamespaceAlreadyExistsException">The namespace exists.</exception>
    public Task<CatalogNamespace> CreateAsync(
        Operation operation, NamespaceName name, IReadOnlyDictionary<string, string> properties, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(properties);
        operation.Rules.Names.CheckNamespace(name);
        PropertyLimits.Check(operation.Rules, properties);
        long warehouse = operation.Warehouse.Id.Value;
        return _receipts.WriteAsync(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                if (NamespaceRows.FindId(transaction, warehouse, name.Key) is not null)
                {
                    throw new NamespaceAlreadyExistsException(name);
                }

                long parent = name.Parent is { } above
                    ? NamespaceRows.FindId(transaction, warehouse, above.Key) ?? throw new NoSuchNamespaceException(above)
                    : NamespaceRows.Top;
                if (!NamespaceRows.TryInsert(transaction, warehouse, parent, name.Key, PropertyJson.Write(properties), _time.GetUtcNow().ToUnixTimeMilliseconds()))
                {
                    throw new NoSuchWarehouseException(operation.Warehouse.Name);
                }

                return new CatalogNamespace(name, properties);
            },
            cancellationToken);
    }

    /// <summary>Drops a namespace that holds neither tables nor namespaces.</summary>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    /// <exception cref="NamespaceNotEmptyException">It holds something.</exception>
    public Task DropAsync(Operation operation, NamespaceName name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        long warehouse = operation.Warehouse.Id.Value;
        return _receipts.WriteAsync<object?>(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                long id = NamespaceRows.FindId(transaction, warehouse, name.Key) ?? throw new NoSuchNamespaceException(name);
                if (TableRows.AnyIn(transaction, id))
                {
                    throw new NamespaceNotEmptyException(name, "tables");
                }

                if (NamespaceRows.HasChild(transaction, warehouse, id))
                {
                    throw new NamespaceNotEmptyException(name, "namespaces");
                }

                NamespaceRows.Delete(transaction, id);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Sets and removes properties of a namespace.</summary>
    /// <exception cref="NoSuchNamespaceException">It does not exist.</exception>
    /// <exception cref="UnprocessableException">A key is to be both set and removed.</exception>
    public Task<PropertiesUpdate> UpdatePropertiesAsync(
        Operation operation,
        NamespaceName name,
        IReadOnlyCollection<string> removals,
        IReadOnlyDictionary<string, string> updates,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(removals);
        ArgumentNullException.ThrowIfNull(updates);
        PropertyLimits.Check(operation.Rules, updates);
        if (removals.FirstOrDefault(updates.ContainsKey) is { } both)
        {
            throw new UnprocessableException($"The property '{both}' cannot be both set and removed");
        }

        return _receipts.WriteAsync(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                NamespaceRow row = NamespaceRows.Find(transaction, operation.Warehouse.Id.Value, name.Key) ?? throw new NoSuchNamespaceException(name);
                Dictionary<string, string> properties = PropertyJson.Read(row.Properties);
                var removed = new List<string>();
                var missing = new List<string>();
                foreach (string key in removals.Distinct(StringComparer.Ordinal))
                {
                    (properties.Remove(key) ? removed : missing).Add(key);
                }

                foreach ((string key, string value) in updates)
                {
                    properties[key] = value;
                }

                NamespaceRows.Update(transaction, row.Id, PropertyJson.Write(properties));
                return new PropertiesUpdate([.. updates.Keys], removed, missing);
            },
            cancellationToken);
    }

    // Whether there is a next page shows in one entry more.
    private static int OneMore(int limit) => limit == int.MaxValue ? limit : limit + 1;
}
