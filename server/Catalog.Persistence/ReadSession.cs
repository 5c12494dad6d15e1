using Microsoft.Data.Sqlite;

namespace Catalog.Persistence;

/// <summary>A session for reading. It sees what was committed before it began to read.</summary>
public sealed class ReadSession : DatabaseSession
{
    internal ReadSession(SqliteConnection connection)
        : base(connection)
    {
    }
}
