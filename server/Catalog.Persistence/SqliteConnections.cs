using Microsoft.Data.Sqlite;

namespace Catalog.Persistence;

/// <summary>Opens connections that are set up alike.</summary>
internal static class SqliteConnections
{
    /// <summary>How long a statement waits for another connection's lock.</summary>
    public const int BusyMilliseconds = 30_000;

    public static SqliteConnection Open(string path, bool readOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();

        // FULL: a commit is on the disk when it returns. The map saves a copy of each page that a read touches.
        command.CommandText = readOnly
            ? $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA query_only = ON; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -1024"
            : $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -8192";
        command.ExecuteNonQuery();
        return connection;
    }
}
