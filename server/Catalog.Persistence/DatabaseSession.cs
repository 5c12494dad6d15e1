using Microsoft.Data.Sqlite;

namespace Catalog.Persistence;

/// <summary>A connection with the statements prepared on it. Used by one caller at a time.</summary>
public abstract class DatabaseSession
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private protected DatabaseSession(SqliteConnection connection) => Connection = connection;

    /// <summary>
    /// The connection, for what <see cref="Prepare"/> is not made for. Within a write the transaction is already open:
    /// begin none.
    /// </summary>
    public SqliteConnection Connection { get; }

    /// <summary>The statement of a constant SQL text, prepared once a session. Dispose it after use.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out Statement? statement))
        {
            statement = new Statement(Connection.Handle!, sql);
            _statements.Add(sql, statement);
        }

        return statement.Take();
    }

    internal void Execute(string sql)
    {
        using Statement statement = Prepare(sql);
        statement.Execute();
    }

    internal void Close()
    {
        foreach (Statement statement in _statements.Values)
        {
            statement.Close();
        }

        _statements.Clear();
        Connection.Dispose();
    }
}
