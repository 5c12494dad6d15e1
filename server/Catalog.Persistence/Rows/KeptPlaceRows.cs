namespace Catalog.Persistence.Rows;

/// <summary>The table <c>kept_places</c>: where tables lay whose files were to stay when they were dropped.</summary>
public static class KeptPlaceRows
{
    /// <summary>Remembers a place.</summary>
    public static void Insert(WriteTransaction transaction, string place)
    {
        using Statement statement = transaction.Prepare("INSERT OR IGNORE INTO kept_places (place) VALUES ($1)");
        statement.Bind(1, place).Execute();
    }

    /// <summary>Whether a place is remembered.</summary>
    public static bool Exists(DatabaseSession session, string place)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM kept_places WHERE place = $1");
        return statement.Bind(1, place).Step();
    }

    /// <summary>Forgets a place whose files are purged after all.</summary>
    public static void Delete(WriteTransaction transaction, string place)
    {
        using Statement statement = transaction.Prepare("DELETE FROM kept_places WHERE place = $1");
        statement.Bind(1, place).Execute();
    }
}
