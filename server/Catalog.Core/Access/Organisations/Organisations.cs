using Catalog.Persistence;

namespace Catalog.Core.Access;

/// <summary>The organisations of the Planasonix surface.</summary>
public sealed class Organisations(CatalogDatabase database, TimeProvider time)
{
    internal const string Columns = "o.id, o.name, o.tier, w.name";
    private const string Selection = $"SELECT {Columns} FROM organisations o JOIN warehouses w ON w.id = o.warehouse_id";
    private const int LongestName = 100;

    /// <summary>All organisations, oldest first.</summary>
    public IReadOnlyList<Organisation> List() => database.Read(static session =>
    {
        using Statement statement = session.Prepare(Selection + " ORDER BY o.id");
        List<Organisation> all = [];
        while (statement.Step())
        {
            all.Add(Read(statement, 0));
        }

        return all;
    });

    /// <summary>The organisation of that name; null when there is none.</summary>
    public Organisation? Find(string name) => database.Read(name, static (session, name) => Find(session, name));

    /// <summary>Makes an organisation, bound to a warehouse that exists.</summary>
    /// <exception cref="InvalidRequestException">The name is taken, or not one.</exception>
    /// <exception cref="NoSuchWarehouseException">The warehouse does not exist.</exception>
    public Task<Organisation> CreateAsync(string name, OrganisationTier tier, string warehouse, CancellationToken cancellationToken = default)
    {
        CheckName(name, "organisation");
        return database.WriteAsync(
            transaction => Find(transaction, name) is null
                ? Insert(transaction, name, tier, warehouse)
                : throw new InvalidRequestException($"Organisation already exists: {name}", "name"),
            cancellationToken);
    }

    /// <summary>The organisation of that name, made if it is absent; another server may be doing the same.</summary>
    /// <exception cref="NoSuchWarehouseException">It is absent, and the warehouse does not exist.</exception>
    public Task<Organisation> GetOrCreateAsync(string name, OrganisationTier tier, string warehouse, CancellationToken cancellationToken = default)
    {
        CheckName(name, "organisation");
        return database.WriteAsync(transaction => Find(transaction, name) ?? Insert(transaction, name, tier, warehouse), cancellationToken);
    }

    /// <summary>Gives an organisation another tier; false when there is no such organisation.</summary>
    public Task<bool> SetTierAsync(string name, OrganisationTier tier, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            transaction =>
            {
                using Statement update = transaction.Prepare("UPDATE organisations SET tier = $1 WHERE name = $2");
                return update.Bind(1, tier.ToString()).Bind(2, name).Execute() == 1;
            },
            cancellationToken);

    internal static Organisation Read(Statement row, int column) => new(
        row.Number(column), row.Text(column + 1), Enum.Parse<OrganisationTier>(row.Text(column + 2)), row.Text(column + 3));

    internal static void CheckName(string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            throw new InvalidRequestException($"The name of an {what} has 1 to {LongestName} characters, none of them control characters", "name");
        }
    }

    private Organisation Insert(WriteTransaction transaction, string name, OrganisationTier tier, string warehouse)
    {
        using Statement insert = transaction.Prepare(
            "INSERT INTO organisations (name, tier, warehouse_id, created_ms) SELECT $1, $2, id, $3 FROM warehouses WHERE name = $4");
        insert.Bind(1, name).Bind(2, tier.ToString()).Bind(3, time.GetUtcNow().ToUnixTimeMilliseconds()).Bind(4, warehouse);
        return insert.Execute() == 1 ? Find(transaction, name)! : throw new NoSuchWarehouseException(warehouse);
    }

    private static Organisation? Find(DatabaseSession session, string name)
    {
        using Statement statement = session.Prepare(Selection + " WHERE o.name = $1");
        return statement.Bind(1, name).Step() ? Read(statement, 0) : null;
    }
}
