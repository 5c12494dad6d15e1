using Catalog.Persistence.Rows;
using Microsoft.Data.Sqlite;

namespace Catalog.Persistence.Tests;

public sealed class StatementTests
{
    [Theory]
    [InlineData("e\u0301")]
    [InlineData("\u00e9")]
    [InlineData("A")]
    [InlineData("a")]
    [InlineData("\ud83d\ude00")]
    [InlineData(" ")]
    [InlineData("a' OR 1=1 --")]
    public async Task Text_OfAnyKind_ComesBackByteForByte(string name)
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        await database.WriteAsync(transaction =>
        {
            SettingRows.Set(transaction, name, [7]);
            return true;
        });

        database.Read(name, SettingRows.Find).ShouldBe([7]);
        database.Read(name.Normalize(System.Text.NormalizationForm.FormKC) + "x", SettingRows.Find).ShouldBeNull();
    }

    [Fact]
    public void Prepare_StatementInUse_IsRefused()
    {
        using var temporary = new TemporaryDatabase();
        temporary.Open().Read(static session =>
        {
            using Statement first = session.Prepare("SELECT 1");
            return Should.Throw<InvalidOperationException>(() => session.Prepare("SELECT 1"));
        }).Message.ShouldContain("SELECT 1");
    }

    [Fact]
    public void Step_AgainstAConstraint_SaysWhich()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        SqliteException failure = Should.Throw<SqliteException>(() => database.WriteAsync(static transaction =>
        {
            using Statement insert = transaction.Prepare("INSERT INTO settings (name, value) VALUES ('page-token-key', 'x')");
            return insert.Execute();
        }).GetAwaiter().GetResult());

        failure.SqliteErrorCode.ShouldBe(SQLitePCL.raw.SQLITE_CONSTRAINT);
        failure.Message.ShouldContain("settings.name");
    }

    [Fact]
    public async Task Jobs_ClaimedByTwo_GoToOneUntilTheLeaseEnds()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        await database.WriteAsync(static transaction =>
        {
            JobRows.Insert(transaction, "purge", 1, "{}", 0, 100);
            return true;
        });

        (await database.WriteAsync(static transaction => JobRows.Claim(transaction, "a", 50, 1000))).ShouldBeNull();
        JobRow job = (await database.WriteAsync(static transaction => JobRows.Claim(transaction, "a", 100, 1000))).ShouldNotBeNull();
        (await database.WriteAsync(static transaction => JobRows.Claim(transaction, "b", 999, 2000))).ShouldBeNull();
        JobRow again = (await database.WriteAsync(static transaction => JobRows.Claim(transaction, "b", 1000, 2000))).ShouldNotBeNull();
        (await database.WriteAsync(transaction => JobRows.Renew(transaction, job.Id, "a", 5000))).ShouldBeFalse();

        again.Id.ShouldBe(job.Id);
        again.Attempts.ShouldBe(2);
    }
}
