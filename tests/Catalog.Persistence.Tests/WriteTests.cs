using System.Diagnostics;
using Catalog.Persistence.Rows;

namespace Catalog.Persistence.Tests;

public sealed class WriteTests
{
    [Fact]
    public async Task Write_OneOfABatchThrows_TakesBackOnlyItself()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        using var started = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        Task<bool> first = database.WriteAsync(_ =>
        {
            // Holds the writer so that the next three share a batch.
            started.Set();
            return go.Wait(TimeSpan.FromSeconds(10));
        });
        started.Wait();
        Task<bool> kept = database.WriteAsync(static transaction => Set(transaction, "kept"));
        Task<bool> thrown = database.WriteAsync<bool>(static transaction =>
        {
            Set(transaction, "thrown");
            throw new InvalidOperationException("no");
        });
        Task<bool> seen = database.WriteAsync(static transaction =>
            SettingRows.Find(transaction, "kept") is not null && SettingRows.Find(transaction, "thrown") is null);
        go.Set();

        (await first).ShouldBeTrue();
        (await kept).ShouldBeTrue();
        (await Should.ThrowAsync<InvalidOperationException>(() => thrown)).Message.ShouldBe("no");
        (await seen).ShouldBeTrue();
        database.Read("kept", SettingRows.Find).ShouldNotBeNull();
        database.Read("thrown", SettingRows.Find).ShouldBeNull();
    }

    [Fact]
    public async Task Write_CancelledBeforeItBegins_DoesNothing()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => database.WriteAsync(static transaction => Set(transaction, "x"), cancelled.Token));
        await database.WriteAsync(static transaction => Set(transaction, "y"));

        database.Read("x", SettingRows.Find).ShouldBeNull();
    }

    [Fact]
    public async Task Dispose_WithWritesWaiting_FinishesThem()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = CatalogDatabase.Open(temporary.File);
        Task<bool>[] writes = [.. Enumerable.Range(0, 50).Select(i => database.WriteAsync(transaction => Set(transaction, $"w{i}")))];

        database.Dispose();

        (await Task.WhenAll(writes)).Length.ShouldBe(50);
        await Should.ThrowAsync<ObjectDisposedException>(() => database.WriteAsync(static transaction => Set(transaction, "late")));
        CatalogDatabase again = temporary.Open();
        again.Read("w49", SettingRows.Find).ShouldNotBeNull();
    }

    [Fact]
    public async Task Write_TwoDatabasesOnOneFile_NoneWaitsLongAndNoneIsLost()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase[] both = [temporary.Open(), temporary.Open()];
        TimeSpan longest = TimeSpan.Zero;
        object gate = new();

        async Task Writer(CatalogDatabase database)
        {
            for (int i = 0; i < 100; i++)
            {
                long begun = Stopwatch.GetTimestamp();
                await database.WriteAsync(static transaction =>
                {
                    long count = SettingRows.Find(transaction, "count") is { } bytes ? BitConverter.ToInt64(bytes) : 0;
                    SettingRows.Set(transaction, "count", BitConverter.GetBytes(count + 1));
                    return true;
                });
                lock (gate)
                {
                    TimeSpan took = Stopwatch.GetElapsedTime(begun);
                    longest = took > longest ? took : longest;
                }
            }
        }

        await Task.WhenAll(both.SelectMany(static database => Enumerable.Repeat(database, 8)).Select(database => Task.Run(() => Writer(database))));

        BitConverter.ToInt64(both[0].Read("count", SettingRows.Find)!).ShouldBe(1600);
        longest.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Read_WhileAWriteIsOpen_SeesWhatWasCommitted()
    {
        using var temporary = new TemporaryDatabase();
        CatalogDatabase database = temporary.Open();
        using var written = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        Task<bool> write = database.WriteAsync(transaction =>
        {
            Set(transaction, "a");
            written.Set();
            return go.Wait(TimeSpan.FromSeconds(10));
        });
        written.Wait();

        database.Read("a", SettingRows.Find).ShouldBeNull();
        go.Set();
        await write;
        database.Read("a", SettingRows.Find).ShouldNotBeNull();
    }

    private static bool Set(WriteTransaction transaction, string name)
    {
        SettingRows.Set(transaction, name, [1]);
        return true;
    }
}
