using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Catalog.Persistence;

/// <summary>Brings a database to the newest schema: numbered SQL files, run once each, all or none.</summary>
internal static class Schema
{
    private static readonly Assembly Here = typeof(Schema).Assembly;

    /// <summary>The number of the newest migration. The database remembers the last one run as its <c>user_version</c>.</summary>
    public static long Newest { get; } = Scripts().Count;

    public static void Migrate(string path)
    {
        using SqliteConnection connection = SqliteConnections.Open(path, readOnly: false);

        // The usual start reads one number and leaves the migration tool unloaded.
        if (Version(connection) == Newest)
        {
            return;
        }

        EnterWal(connection);
        Execute(connection, "BEGIN IMMEDIATE");
        long found = Version(connection);
        if (found > Newest)
        {
            throw new SchemaTooNewException(found, Newest);
        }

        if (found < Newest)
        {
            Upgrade(connection);
            Execute(connection, $"PRAGMA user_version = {Newest}");
        }

        Execute(connection, "COMMIT");
    }

    private static void Upgrade(SqliteConnection connection)
    {
        // The transaction is ours: it makes the check and all scripts one step, also when two servers start together.
        using var shared = new SharedConnection(connection);
        DatabaseUpgradeResult result = DeployChanges.To.SqliteDatabase(shared)
            .WithScripts(Scripts().Select(static name => new SqlScript(name, Read(name))))
            .WithoutTransaction()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        }
    }

    private static List<string> Scripts() =>
        [.. Here.GetManifestResourceNames().Where(static name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Read(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void EnterWal(SqliteConnection connection)
    {
        // Needs the file alone for a moment and does not wait by itself: another server may be starting too.
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Execute(connection, "PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY && attempt < 200)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static long Version(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
