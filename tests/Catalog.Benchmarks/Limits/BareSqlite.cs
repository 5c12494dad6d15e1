using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Catalog.Benchmarks.Limits;

/// <summary>
/// The limit of a commit that shares nothing: one connection that updates one pointer after the other, each durable
/// (WAL, synchronous=FULL) before the next. Commits that share their fsyncs may pass it.
/// </summary>
internal sealed class BareSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;
    private long _number;

    public BareSqlite(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"bare-{Guid.NewGuid():N}.db")};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=FULL");
        Execute("CREATE TABLE tables (id INTEGER PRIMARY KEY, metadata_location TEXT NOT NULL)");
        Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 64) INSERT INTO tables SELECT i, 'file:///warehouse/table/metadata/00000-none.metadata.json' FROM n");
        _update = _connection.CreateCommand();
        _update.CommandText = "UPDATE tables SET metadata_location = @new WHERE id = @id";
        _update.Parameters.AddWithValue("@new", "");
        _update.Parameters.AddWithValue("@id", 0L);
        _update.Prepare();
    }

    /// <summary>Durable updates a second.</summary>
    public double Run(TimeSpan time)
    {
        long started = Stopwatch.GetTimestamp();
        long before = _number;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            _update.Parameters[0].Value = $"file:///warehouse/table/metadata/{++_number:00000}-7d1f0c5e-5b0e-4f2e-9d51-2f4be3a0c3f1.metadata.json";
            _update.Parameters[1].Value = 1 + (_number % 64);
            _update.ExecuteNonQuery();
        }

        return (_number - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose()
    {
        _update.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
