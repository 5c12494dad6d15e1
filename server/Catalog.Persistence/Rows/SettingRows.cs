namespace Catalog.Persistence.Rows;

/// <summary>The table <c>settings</c>: values that every server on this database shares.</summary>
public static class SettingRows
{
    /// <summary>A value by its name.</summary>
    public static byte[]? Find(DatabaseSession session, string name)
    {
        using Statement statement = session.Prepare("SELECT value FROM settings WHERE name = $1");
        return statement.Bind(1, name).Step() ? statement.Bytes(0).ToArray() : null;
    }

    /// <summary>Sets a value.</summary>
    public static void Set(WriteTransaction transaction, string name, ReadOnlySpan<byte> value)
    {
        using Statement statement = transaction.Prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ($1, $2)");
        statement.Bind(1, name).Bind(2, value).Execute();
    }
}
