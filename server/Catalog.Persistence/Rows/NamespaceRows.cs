namespace Catalog.Persistence.Rows;

/// <summary>The table <c>namespaces</c>. A namespace is named by its key: the levels joined by U+001F.</summary>
public static class NamespaceRows
{
    /// <summary>What children at the top have as their parent.</summary>
    public const long Top = 0;

    /// <summary>The namespace of a key.</summary>
    public static NamespaceRow? Find(DatabaseSession session, long warehouse, string key)
    {
        using Statement statement = session.Prepare("SELECT id, properties FROM namespaces WHERE warehouse_id = $1 AND name_key = $2");
        statement.Bind(1, warehouse).Bind(2, key);
        return statement.Step() ? new NamespaceRow(statement.Number(0), statement.Text(1)) : null;
    }

    /// <summary>The id of a namespace.</summary>
    public static long? FindId(DatabaseSession session, long warehouse, string key)
    {
        using Statement statement = session.Prepare("SELECT id FROM namespaces WHERE warehouse_id = $1 AND name_key = $2");
        statement.Bind(1, warehouse).Bind(2, key);
        return statement.Step() ? statement.Number(0) : null;
    }

    /// <summary>Keys of a namespace's children after a key, in the order of keys.</summary>
    public static List<string> ListChildren(DatabaseSession session, long warehouse, long parent, string after, int limit)
    {
        using Statement statement = session.Prepare(
            """
            SELECT name_key FROM namespaces
            WHERE warehouse_id = $1 AND parent_id = $2 AND name_key > $3 ORDER BY name_key LIMIT $4
            """);
        statement.Bind(1, warehouse).Bind(2, parent).Bind(3, after).Bind(4, limit);
        var keys = new List<string>();
        while (statement.Step())
        {
            keys.Add(statement.Text(0));
        }

        return keys;
    }

    /// <summary>Whether a warehouse has a namespace.</summary>
    public static bool AnyIn(DatabaseSession session, long warehouse)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM namespaces WHERE warehouse_id = $1 LIMIT 1");
        return statement.Bind(1, warehouse).Step();
    }

    /// <summary>Whether a namespace has a child.</summary>
    public static bool HasChild(DatabaseSession session, long warehouse, long id)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM namespaces WHERE warehouse_id = $1 AND parent_id = $2 LIMIT 1");
        return statement.Bind(1, warehouse).Bind(2, id).Step();
    }

    /// <summary>Adds a namespace; false when its warehouse is gone.</summary>
    public static bool TryInsert(WriteTransaction transaction, long warehouse, long parent, string key, string properties, long nowMs)
    {
        using Statement statement = transaction.Prepare(
            """
            INSERT INTO namespaces (warehouse_id, parent_id, name_key, properties, created_ms)
            VALUES ($1, $2, $3, $4, $5)
            """);
        return statement.Bind(1, warehouse).Bind(2, parent).Bind(3, key).Bind(4, properties).Bind(5, nowMs).TryExecute();
    }

    /// <summary>Replaces a namespace's properties.</summary>
    public static void Update(WriteTransaction transaction, long id, string properties)
    {
        using Statement statement = transaction.Prepare("UPDATE namespaces SET properties = $1 WHERE id = $2");
        statement.Bind(1, properties).Bind(2, id).Execute();
    }

    /// <summary>Removes a namespace.</summary>
    public static void Delete(WriteTransaction transaction, long id)
    {
        using Statement statement = transaction.Prepare("DELETE FROM namespaces WHERE id = $1");
        statement.Bind(1, id).Execute();
    }
}
