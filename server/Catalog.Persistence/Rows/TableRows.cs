namespace Catalog.Persistence.Rows;

/// <summary>The table <c>tables</c>.</summary>
public static class TableRows
{
    private const string Columns =
        "SELECT t.id, t.namespace_id, t.name, t.uuid, t.place, t.metadata_location, t.metadata_folder FROM tables t";

    private const string ByName =
        " JOIN namespaces n ON n.id = t.namespace_id WHERE n.warehouse_id = $1 AND n.name_key = $2 AND t.name = $3";

    /// <summary>The pointer of a table: the one look-up of a load.</summary>
    public static TablePointer? FindPointer(DatabaseSession session, long warehouse, string namespaceKey, string name)
    {
        using Statement statement = session.Prepare("SELECT t.id, t.metadata_location FROM tables t" + ByName);
        statement.Bind(1, warehouse).Bind(2, namespaceKey).Bind(3, name);
        return statement.Step() ? new TablePointer(statement.Number(0), statement.Text(1)) : null;
    }

    /// <summary>A table by its name.</summary>
    public static TableRow? Find(DatabaseSession session, long warehouse, string namespaceKey, string name)
    {
        using Statement statement = session.Prepare(Columns + ByName);
        statement.Bind(1, warehouse).Bind(2, namespaceKey).Bind(3, name);
        return statement.Step() ? Read(statement) : null;
    }

    /// <summary>A table by its place.</summary>
    public static TableRow? FindAt(DatabaseSession session, string place)
    {
        using Statement statement = session.Prepare(Columns + " WHERE t.place = $1 LIMIT 1");
        return statement.Bind(1, place).Step() ? Read(statement) : null;
    }

    /// <summary>Whether a namespace has a table of a name.</summary>
    public static bool Exists(DatabaseSession session, long namespaceId, string name)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM tables WHERE namespace_id = $1 AND name = $2");
        return statement.Bind(1, namespaceId).Bind(2, name).Step();
    }

    /// <summary>Whether a namespace has a table.</summary>
    public static bool AnyIn(DatabaseSession session, long namespaceId)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM tables WHERE namespace_id = $1 LIMIT 1");
        return statement.Bind(1, namespaceId).Step();
    }

    /// <summary>Names of a namespace's tables after a name, in the order of names.</summary>
    public static List<string> ListNames(DatabaseSession session, long namespaceId, string after, int limit)
    {
        using Statement statement = session.Prepare("SELECT name FROM tables WHERE namespace_id = $1 AND name > $2 ORDER BY name LIMIT $3");
        statement.Bind(1, namespaceId).Bind(2, after).Bind(3, limit);
        var names = new List<string>();
        while (statement.Step())
        {
            names.Add(statement.Text(0));
        }

        return names;
    }

    /// <summary>A table whose place is exactly this one, other than the one with id <paramref name="except"/>.</summary>
    public static bool AnyAt(DatabaseSession session, string place, long except)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM tables WHERE place = $1 AND id <> $2 LIMIT 1");
        return statement.Bind(1, place).Bind(2, except).Step();
    }

    /// <summary>A table whose place lies below this one, other than the one with id <paramref name="except"/>.</summary>
    public static bool AnyBelow(DatabaseSession session, string place, long except)
    {
        // '0' follows '/' in the order of bytes, so this is the range of what begins with the place.
        using Statement statement = session.Prepare("SELECT 1 FROM tables WHERE place > $1 AND place < $2 AND id <> $3 LIMIT 1");
        return statement.Bind(1, place).Bind(2, place[..^1] + '0').Bind(3, except).Step();
    }

    /// <summary>Adds a table; returns its id.</summary>
    public static long Insert(WriteTransaction transaction, TableRow row, long nowMs)
    {
        using Statement statement = transaction.Prepare(
            """
            INSERT INTO tables (namespace_id, name, uuid, place, metadata_location, metadata_folder, created_ms)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """);
        statement.Bind(1, row.NamespaceId).Bind(2, row.Name).Bind(3, row.Uuid).Bind(4, row.Place)
            .Bind(5, row.MetadataLocation).Bind(6, row.MetadataFolder).Bind(7, nowMs);
        statement.Step();
        return statement.Number(0);
    }

    /// <summary>The swap of a commit: moves the pointer if it still is what was read.</summary>
    public static bool Swap(WriteTransaction transaction, long id, string expected, string next)
    {
        using Statement statement = transaction.Prepare("UPDATE tables SET metadata_location = $1 WHERE id = $2 AND metadata_location = $3");
        return statement.Bind(1, next).Bind(2, id).Bind(3, expected).Execute() == 1;
    }

    /// <summary>Changes what a commit seldom changes: the place, and where metadata goes.</summary>
    public static void Move(WriteTransaction transaction, long id, string uuid, string place, string metadataFolder)
    {
        using Statement statement = transaction.Prepare("UPDATE tables SET uuid = $1, place = $2, metadata_folder = $3 WHERE id = $4");
        statement.Bind(1, uuid).Bind(2, place).Bind(3, metadataFolder).Bind(4, id).Execute();
    }

    /// <summary>Gives a table another name, maybe in another namespace.</summary>
    public static void Rename(WriteTransaction transaction, long id, long namespaceId, string name)
    {
        using Statement statement = transaction.Prepare("UPDATE tables SET namespace_id = $1, name = $2 WHERE id = $3");
        statement.Bind(1, namespaceId).Bind(2, name).Bind(3, id).Execute();
    }

    /// <summary>Removes a table.</summary>
    public static void Delete(WriteTransaction transaction, long id)
    {
        using Statement statement = transaction.Prepare("DELETE FROM tables WHERE id = $1");
        statement.Bind(1, id).Execute();
    }

    private static TableRow Read(Statement row) => new(
        row.Number(0), row.Number(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6));
}
