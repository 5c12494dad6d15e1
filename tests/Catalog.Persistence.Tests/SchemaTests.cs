using Microsoft.Data.Sqlite;

namespace Catalog.Persistence.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void Open_NewFile_IsDurableWal()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();

        database.Read(static session => Scalar(session, "PRAGMA journal_mode")).ShouldBe("wal");
        database.Read(static session => Scalar(session, "PRAGMA user_version")).ShouldBe(Schema.Newest.ToString());
        database.Read(static session => Scalar(session, "SELECT length(value) FROM settings WHERE name = 'page-token-key'")).ShouldBe("32");
    }

    [Fact]
    public async Task Write_Always_SyncsEachCommit()
    {
        using var temporary = new TemporaryDatabase();
        (await temporary.Open().WriteAsync(static transaction => Scalar(transaction, "PRAGMA synchronous"))).ShouldBe("2");
    }

    [Fact]
    public void Open_NewerSchema_IsRefusedAndUntouched()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase.Open(temporary.File).Dispose();
        Execute(temporary.File, $"PRAGMA user_version = {Schema.Newest + 1}");

        SchemaTooNewException refused = Should.Throw<SchemaTooNewException>(() => CatalogDatabase.Open(temporary.File));

        refused.Found.ShouldBe(Schema.Newest + 1);
        refused.Message.ShouldContain("newer");
    }

    [Fact]
    public void Open_FirstStartKilledMidway_Completes()
    {
        using var temporary = new TemporaryDatabase();

        // What a kill leaves: a file in WAL mode whose migration never committed.
        Execute(temporary.File, "PRAGMA journal_mode = WAL");

        CatalogDatabase database = temporary.Open();
        database.Read(static session => Scalar(session, "SELECT count(*) FROM tables")).ShouldBe("0");
    }

    [Fact]
    public async Task Open_ByManyAtOnce_MigratesOnce()
    {
        using var temporary = new TemporaryDatabase();
        Task[] starts = [.. Enumerable.Range(0, 6).Select(_ => Task.Run(() => CatalogDatabase.Open(temporary.File).Dispose()))];

        await Task.WhenAll(starts);

        temporary.Open().Read(static session => Scalar(session, "SELECT count(*) FROM settings")).ShouldBe("1");
    }

    private static string Scalar(DatabaseSession session, string sql)
    {
        using Statement statement = session.Prepare(sql);
        statement.Step().ShouldBeTrue();
        return statement.Text(0);
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
