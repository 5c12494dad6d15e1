namespace Catalog.Persistence.Rows;

/// <summary>The table <c>warehouses</c>.</summary>
public static class WarehouseRows
{
    private const string Columns = "SELECT id, name, bucket, uuid, location, properties, created_ms FROM warehouses";

    /// <summary>The warehouse of a name.</summary>
    public static WarehouseRow? Find(DatabaseSession session, string name)
    {
        using Statement statement = session.Prepare(Columns + " WHERE name = $1");
        statement.Bind(1, name);
        return statement.Step() ? Read(statement) : null;
    }

    /// <summary>The warehouse that holds a bucket.</summary>
    public static WarehouseRow? FindByBucket(DatabaseSession session, string bucket)
    {
        using Statement statement = session.Prepare(Columns + " WHERE bucket = $1");
        statement.Bind(1, bucket);
        return statement.Step() ? Read(statement) : null;
    }

    /// <summary>Warehouses after a name, in the order of names.</summary>
    public static List<WarehouseRow> List(DatabaseSession session, string after, int limit)
    {
        using Statement statement = session.Prepare(Columns + " WHERE name > $1 ORDER BY name LIMIT $2");
        statement.Bind(1, after).Bind(2, limit);
        var rows = new List<WarehouseRow>();
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        return rows;
    }

    /// <summary>Adds a warehouse; returns its id.</summary>
    public static long Insert(WriteTransaction transaction, WarehouseRow row)
    {
        using Statement statement = transaction.Prepare(
            """
            INSERT INTO warehouses (name, bucket, uuid, location, properties, created_ms)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
            """);
        statement.Bind(1, row.Name).Bind(2, row.Bucket).Bind(3, row.Uuid.ToString()).Bind(4, row.Location).Bind(5, row.Properties).Bind(6, row.CreatedMs);
        statement.Step();
        return statement.Number(0);
    }

    /// <summary>
    /// Removes a warehouse; false when something refers to it (an organisation that is bound to it, for one).
    /// </summary>
    public static bool Delete(WriteTransaction transaction, long id)
    {
        using Statement statement = transaction.Prepare("DELETE FROM warehouses WHERE id = $1");
        return statement.Bind(1, id).TryExecute();
    }

    private static WarehouseRow Read(Statement row) => new(
        row.Number(0), row.Text(1), row.Text(2), Guid.Parse(row.Text(3)), row.Text(4), row.Text(5), row.Number(6));
}
