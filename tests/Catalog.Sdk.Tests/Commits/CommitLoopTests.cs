using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Sdk.Tests.Commits;

/// <summary>Load, build, check, send: and what follows a conflict or an answer that was not definite.</summary>
public sealed class CommitLoopTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-26T12:00:00Z"));
    private readonly ScriptedServer _server;

    public CommitLoopTests() => _server = new ScriptedServer(_time);

    private IReadOnlyList<RecordedRequest> Commits => _server.To("POST", "/tables/t");

    private IReadOnlyList<RecordedRequest> Loads => _server.To("GET", "/tables/t");

    [Fact]
    public async Task Commit_NoConflict_LoadsOnceAndSendsOnce()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        _server.On("POST", "/tables/t", () => ScriptedServer.Json(Metadata.Table("""{"a":"1"}""")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        Table table = await _time.RunAsync(client.Catalog.CommitAsync("db.t", SetA));

        table.Metadata.Properties["a"].ShouldBe("1");
        Loads.Count.ShouldBe(1);
        Commits.ShouldHaveSingleItem().Body.ShouldBe(
            """{"identifier":{"namespace":["db"],"name":"t"},"requirements":[{"type":"assert-table-uuid","uuid":"9C12D441-03FE-4693-9A96-A0705DDF69C1"}],"updates":[{"action":"set-properties","updates":{"a":"1"}}]}""");
    }

    [Fact]
    public async Task Commit_Conflicts_BuildsAnewOfFreshMetadataAndWaitsLonger()
    {
        int version = 0;
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table($$"""{"v":"{{++version}}"}""")));
        _server.On("POST", "/tables/t", Conflict, Conflict, () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);
        List<string> seen = [];

        await _time.RunAsync(client.Catalog.CommitAsync("db.t", metadata =>
        {
            seen.Add(metadata.Properties["v"]);
            return SetA(metadata);
        }), TimeSpan.FromMilliseconds(5));

        seen.ShouldBe(["1", "2", "3"]);
        Commits.Count.ShouldBe(3);
        (Commits[1].At - Commits[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(50));
        (Commits[2].At - Commits[1].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Commit_ConflictsForEver_EndsAfterTheRetries()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        _server.On("POST", "/tables/t", Conflict);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CommitConflictException error = await Should.ThrowAsync<CommitConflictException>(() => _time.RunAsync(client.Catalog.CommitAsync("db.t", SetA)));

        error.ErrorType.ShouldBe("CommitFailedException");
        Commits.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Commit_EachAttempt_HasAKeyOfItsOwn()
    {
        _server.AdvertisingIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        _server.On("POST", "/tables/t", Conflict, () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await _time.RunAsync(client.Catalog.CommitAsync("db.t", SetA));

        Commits.Select(c => c.Header("Idempotency-Key")).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Commit_RequirementFailsLocally_IsNotSent()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CommitConflictException error = await Should.ThrowAsync<CommitConflictException>(() => _time.RunAsync(client.Catalog.CommitAsync(
            "db.t", _ => new CommitPlan([new AssertCurrentSchemaId(7)], [new SetLocationUpdate("file:///x")]))));

        error.Message.ShouldContain("Requirement failed: current schema changed: expected id 7 != 0");
        Commits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commit_NothingToDo_IsNotSent()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await _time.RunAsync(client.Catalog.CommitAsync("db.t", m => new CommitBuilder(m).Build()))).Metadata.TableUuid.ShouldBe(Metadata.Uuid);

        Commits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commit_AnswerLost_IsFoundByItsSnapshot()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()), () => ScriptedServer.Json(Metadata.Table(snapshot: 9007199254740993)));
        _server.On("POST", "/tables/t", Lost);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        Table table = await _time.RunAsync(client.Catalog.CommitAsync("db.t", AddSnapshot));

        table.Metadata.CurrentSnapshotId.ShouldBe(9007199254740993);
        Commits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_AnswerLostAndChangeNotThere_IsUnknownAndNotSentAgain()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        _server.On("POST", "/tables/t", Lost);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CommitStateUnknownException error = await Should.ThrowAsync<CommitStateUnknownException>(() => _time.RunAsync(client.Catalog.CommitAsync("db.t", AddSnapshot)));

        error.MayHaveBeenApplied.ShouldBeTrue();
        error.IsTransient.ShouldBeFalse();
        Commits.Count.ShouldBe(1);
        Loads.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Commit_AnswerLostAndServerHonoursKeys_AsksUnderTheSameKey()
    {
        _server.AdvertisingIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table()));
        _server.On("POST", "/tables/t", Lost, Lost, Lost, Lost, () => ScriptedServer.Json(Metadata.Table("""{"a":"1"}""")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        Table table = await _time.RunAsync(client.Catalog.CommitAsync("db.t", SetA));

        table.Metadata.Properties["a"].ShouldBe("1");
        Commits.Count.ShouldBe(5);
        Commits.Select(c => c.Header("Idempotency-Key")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Commit_SameValueThereBefore_ProvesNothing()
    {
        _server.WithoutIdempotency().On("GET", "/tables/t", () => ScriptedServer.Json(Metadata.Table("""{"a":"1"}""")));
        _server.On("POST", "/tables/t", Lost);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await Should.ThrowAsync<CommitStateUnknownException>(() => _time.RunAsync(client.Catalog.CommitAsync("db.t", SetA)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task CommitOnce_ServerError_IsUnknown(int status)
    {
        _server.WithoutIdempotency().On("POST", "/tables/t", () => ScriptedServer.Error(status, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CommitStateUnknownException error = await Should.ThrowAsync<CommitStateUnknownException>(
            () => _time.RunAsync(client.Catalog.CommitAsync("db.t", [], [new SetLocationUpdate("file:///x")])));

        error.StatusCode.ShouldBe((System.Net.HttpStatusCode)status);
        Commits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CommitOnce_RefusedForNow_IsKnownNotToBeMade()
    {
        _server.WithoutIdempotency().On("POST", "/tables/t", () => ScriptedServer.Error(503, "X", "later", ("Retry-After", "86400")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await Should.ThrowAsync<ServiceUnavailableException>(() => _time.RunAsync(client.Catalog.CommitAsync("db.t", [], [new SetLocationUpdate("file:///x")])));
    }

    [Fact]
    public async Task Transaction_AnswerLost_IsUnknown()
    {
        _server.WithoutIdempotency().On("POST", "/transactions/commit", Lost);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await Should.ThrowAsync<CommitStateUnknownException>(() => _time.RunAsync(client.Catalog.CommitTransactionAsync(
            [new TableChange("db.t", [], [TableUpdate.Parse("""{"action":"set-properties","updates":{"k":"v"}}""")])])));
    }

    private static HttpResponseMessage Conflict() => ScriptedServer.Error(409, "CommitFailedException", "Requirement failed: current schema changed");

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone");

    private static CommitPlan SetA(TableMetadata metadata) => new CommitBuilder(metadata).SetProperty("a", "1").Build();

    private static CommitPlan AddSnapshot(TableMetadata metadata) => new CommitBuilder(metadata)
        .Add(new AddSnapshotUpdate(new Snapshot { SnapshotId = 9007199254740993, TimestampMs = 1, Summary = new Dictionary<string, string> { ["operation"] = "append" } }))
        .Add(new SetSnapshotReferenceUpdate("main", "branch", 9007199254740993))
        .Require(new AssertRefSnapshotId("main", null))
        .Build();
}
