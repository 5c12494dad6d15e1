using System.Text;
using Microsoft.Extensions.Time.Testing;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class ReceiptTests
{
    private static readonly byte[] Print = [1, 2, 3];

    [Fact]
    public async Task Mutation_WithAKey_LeavesItsAnswerInTheSameTransaction()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        Guid key = Guid.NewGuid();
        string body = new('x', 5000);
        using (ReceiptTurn turn = await Turn(catalog, key))
        {
            turn.Answer.ShouldBeNull();
            await catalog.Tables.CreateAsync(operation with { Idempotency = turn.Call(result => new StoredAnswer(200, Encoding.UTF8.GetBytes(((LoadedTable)result!).ETag + body), "tag")) }, Ns("a"), Create("t"));
        }

        // As after a crash: another process on the same folder.
        await using var later = new CatalogFixture(catalog.Folder);
        using ReceiptTurn again = await Turn(later, key);
        StoredAnswer answer = again.Answer.ShouldNotBeNull();
        answer.Status.ShouldBe(200);
        answer.ETag.ShouldBe("tag");
        Encoding.UTF8.GetString(answer.Body.Span).ShouldBe(catalog.Tables.Load(operation.Warehouse, Named("a", "t")).ETag + body);
    }

    [Fact]
    public async Task Turn_KeyOfAnotherRequest_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Guid key = Guid.NewGuid();
        using (ReceiptTurn turn = await Turn(catalog, key))
        {
            await catalog.Receipts.StoreRefusalAsync(turn, new StoredAnswer(409, "no"u8.ToArray()));
        }

        await Should.ThrowAsync<IdempotencyKeyReusedException>(() => catalog.Receipts.TakeTurnAsync("tester", "main", key, [9]));
        using ReceiptTurn otherScope = await catalog.Receipts.TakeTurnAsync("tester", "other", key, [9]);
        using ReceiptTurn otherPrincipal = await catalog.Receipts.TakeTurnAsync("someone", "main", key, [9]);
        otherScope.Answer.ShouldBeNull();
        otherPrincipal.Answer.ShouldBeNull();
        using ReceiptTurn replay = await Turn(catalog, key);
        replay.Answer.ShouldNotBeNull().Status.ShouldBe(409);
    }

    [Fact]
    public async Task Turn_SameKeyInFlight_WaitsForTheFirst()
    {
        await using var catalog = new CatalogFixture();
        Guid key = Guid.NewGuid();
        ReceiptTurn first = await Turn(catalog, key);
        Task<ReceiptTurn> second = Turn(catalog, key);
        second.IsCompleted.ShouldBeFalse();
        await catalog.Receipts.StoreRefusalAsync(first, new StoredAnswer(404, default));
        first.Dispose();

        using ReceiptTurn waited = await second;
        waited.Answer.ShouldNotBeNull().Status.ShouldBe(404);
    }

    [Fact]
    public async Task Mutation_SameKeyInTwoProcesses_RunsOnce()
    {
        await using var one = new CatalogFixture();
        Operation operation = await one.OperationAsync();
        await one.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        await one.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await using var two = new CatalogFixture(one.Folder);
        Guid key = Guid.NewGuid();
        int ran = 0;
        int duplicates = 0;

        await Task.WhenAll(((CatalogFixture[])[one, two]).Select(catalog => Task.Run(async () =>
        {
            using ReceiptTurn turn = await Turn(catalog, key);
            if (turn.Answer is not null)
            {
                Interlocked.Increment(ref duplicates);
                return;
            }

            try
            {
                await catalog.Commits.CommitAsync(
                    operation with { Idempotency = turn.Call(static _ => new StoredAnswer(200, default)) }, Named("a", "t"), SetProperty("by", Guid.NewGuid().ToString()));
                Interlocked.Increment(ref ran);
            }
            catch (DuplicateCallException)
            {
                catalog.Receipts.Find("tester", "main", key, Print).ShouldNotBeNull();
                Interlocked.Increment(ref duplicates);
            }
        })));

        ran.ShouldBe(1);
        duplicates.ShouldBe(1);
        Read(one.Tables.Load(operation.Warehouse, Named("a", "t"))).MetadataLog.Count.ShouldBe(1);
    }

    [Fact]
    public async Task StoreRefusal_CallCarriedOutElsewhere_AnswersThat()
    {
        await using var one = new CatalogFixture();
        await using var two = new CatalogFixture(one.Folder);
        Guid key = Guid.NewGuid();
        using ReceiptTurn slow = await Turn(one, key);
        using (ReceiptTurn fast = await Turn(two, key))
        {
            await two.Receipts.StoreRefusalAsync(fast, new StoredAnswer(200, "done"u8.ToArray()));
        }

        (await one.Receipts.StoreRefusalAsync(slow, new StoredAnswer(409, default))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Receipt_AfterItsLifetime_IsForgottenAndRemoved()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var catalog = new CatalogFixture(time: time);
        Guid key = Guid.NewGuid();
        using (ReceiptTurn turn = await Turn(catalog, key))
        {
            await catalog.Receipts.StoreRefusalAsync(turn, new StoredAnswer(409, default));
        }

        time.Advance(TimeSpan.FromMinutes(29));
        catalog.Receipts.Find("tester", "main", key, Print).ShouldNotBeNull();
        time.Advance(TimeSpan.FromMinutes(2));
        catalog.Receipts.Find("tester", "main", key, Print).ShouldBeNull();
        await catalog.Get<Housekeeping>().ExpireAsync(default);
        catalog.Database.Read(static session =>
        {
            using Catalog.Persistence.Statement count = session.Prepare("SELECT count(*) FROM idempotency");
            count.Step();
            return count.Number(0);
        }).ShouldBe(0);
    }

    private static Task<ReceiptTurn> Turn(CatalogFixture catalog, Guid key) => catalog.Receipts.TakeTurnAsync("tester", "main", key, Print);
}
