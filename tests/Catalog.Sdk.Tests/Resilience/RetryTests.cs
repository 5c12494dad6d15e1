using System.Net;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Sdk.Tests.Resilience;

/// <summary>Which requests are repeated, after what, with which headers: seen on the wire.</summary>
public sealed class RetryTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-26T12:00:00Z"));
    private readonly ScriptedServer _server;

    public RetryTests() => _server = new ScriptedServer(_time);

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Read_TransientStatus_IsRepeated(int status)
    {
        _server.On("GET", "/sales", () => ScriptedServer.Error(status, "X"), () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await _time.RunAsync(client.Catalog.GetNamespaceAsync("sales"))).Namespace.ShouldBe("sales");

        _server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    public async Task Read_FinalStatus_IsNotRepeated(int status)
    {
        _server.On("GET", "/sales", () => ScriptedServer.Error(status, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await Should.ThrowAsync<CatalogException>(() => _time.RunAsync(client.Catalog.GetNamespaceAsync("sales")))).StatusCode.ShouldBe((HttpStatusCode)status);

        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Read_ConnectionBreaks_IsRepeatedUpToTheLimit()
    {
        _server.On("GET", "/sales", () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CatalogConnectionException error = await Should.ThrowAsync<CatalogConnectionException>(() => _time.RunAsync(client.Catalog.GetNamespaceAsync("sales")));

        error.IsTransient.ShouldBeTrue();
        error.MayHaveBeenApplied.ShouldBeFalse();
        _server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Read_BodyBreaksMidway_IsRepeated()
    {
        _server.On("GET", "/sales", () => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }, () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await _time.RunAsync(client.Catalog.GetNamespaceAsync("sales"))).Namespace.ShouldBe("sales");

        _server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Write_UnknownOutcome_IsSentOnce(int status)
    {
        _server.WithoutIdempotency().On("POST", "/namespaces", () => ScriptedServer.Error(status, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CatalogException error = await Should.ThrowAsync<CatalogException>(() => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales")));

        error.MayHaveBeenApplied.ShouldBeTrue();
        RecordedRequest sent = _server.To("POST", "/namespaces").ShouldHaveSingleItem();
        sent.Header("Idempotency-Key").ShouldBeNull();
    }

    [Fact]
    public async Task Write_ConnectionBreaks_IsSentOnce()
    {
        _server.WithoutIdempotency().On("POST", "/namespaces", () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await Should.ThrowAsync<CatalogConnectionException>(() => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales")))).MayHaveBeenApplied.ShouldBeTrue();

        _server.To("POST", "/namespaces").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_NeverConnected_IsKnownNotToBeApplied()
    {
        _server.WithoutIdempotency().On("POST", "/namespaces", () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        (await Should.ThrowAsync<CatalogConnectionException>(() => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales")))).MayHaveBeenApplied.ShouldBeFalse();
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(429, "1")]
    [InlineData(503, "1")]
    public async Task Write_RefusedForNow_IsRepeated(int status, string? retryAfter)
    {
        (string, string)[] headers = retryAfter is null ? [] : [("Retry-After", retryAfter)];
        _server.WithoutIdempotency().On("POST", "/namespaces", () => ScriptedServer.Error(status, "X", "no", headers), () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales"));

        IReadOnlyList<RecordedRequest> sent = _server.To("POST", "/namespaces");
        sent.Count.ShouldBe(2);
        sent[1].Body.ShouldBe(sent[0].Body);
        if (retryAfter is not null)
        {
            (sent[1].At - sent[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Write_ServerHonoursKeys_IsRepeatedUnderOneKey()
    {
        _server.AdvertisingIdempotency().On(
            "POST",
            "/namespaces",
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"),
            () => ScriptedServer.Error(502, "X"),
            () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales"));
        await _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales"));

        string?[] keys = [.. _server.To("POST", "/namespaces").Select(r => r.Header("Idempotency-Key"))];
        keys.Length.ShouldBe(4);
        keys[..3].Distinct().ShouldHaveSingleItem();
        Guid.Parse(keys[0]!).Version.ShouldBe(7);
        keys[3].ShouldNotBe(keys[0]);
        _server.To("GET", "/config").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_FirstOutcomeUnknownThenRefused_StaysUnknown()
    {
        _server.AdvertisingIdempotency().On(
            "POST",
            "/namespaces",
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "gone"),
            () => ScriptedServer.Error(503, "X", "no", ("Retry-After", "1")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        ServiceUnavailableException error = await Should.ThrowAsync<ServiceUnavailableException>(() => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales")));

        error.MayHaveBeenApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Write_KeyOfTheCaller_IsSentButNotTrustedUnlessAdvertised()
    {
        _server.WithoutIdempotency().On("POST", "/namespaces", () => ScriptedServer.Error(502, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);
        var key = Guid.NewGuid();

        await Should.ThrowAsync<ServiceUnavailableException>(() => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales", options: new CallOptions { IdempotencyKey = key })));

        _server.To("POST", "/namespaces").ShouldHaveSingleItem().Header("Idempotency-Key").ShouldBe(key.ToString());
    }

    [Fact]
    public async Task RetryAfter_LongerThanTheTotalTimeout_FailsAtOnce()
    {
        _server.On("GET", "/sales", () => ScriptedServer.Error(429, "TooManyRequestsException", "quota", ("Retry-After", "43200")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);
        DateTimeOffset before = _time.GetUtcNow();

        TooManyRequestsException error = await Should.ThrowAsync<TooManyRequestsException>(() => client.Catalog.GetNamespaceAsync("sales"));

        error.RetryAfter.ShouldBe(TimeSpan.FromHours(12));
        error.IsTransient.ShouldBeTrue();
        _server.Requests.Count.ShouldBe(1);
        _time.GetUtcNow().ShouldBe(before);
    }

    [Fact]
    public async Task RetryAfter_AsDate_IsHonoured()
    {
        DateTimeOffset until = _time.GetUtcNow().AddSeconds(10);
        _server.On("GET", "/sales", () => ScriptedServer.Error(503, "X", "no", ("Retry-After", until.ToString("R"))), () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await _time.RunAsync(client.Catalog.GetNamespaceAsync("sales"));

        _server.Requests[1].At.ShouldBeGreaterThanOrEqualTo(until);
    }

    [Fact]
    public async Task Attempt_TakesTooLong_IsCutAndRepeated()
    {
        int calls = 0;
        _server.WhenAsync(_ => Interlocked.Increment(ref calls) == 1 ? new TaskCompletionSource<HttpResponseMessage>().Task : Task.FromResult(ScriptedServer.Json("""{"namespace":["sales"]}""")));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await _time.RunAsync(client.Catalog.GetNamespaceAsync("sales"), TimeSpan.FromSeconds(1));

        _server.Requests.Count.ShouldBe(2);
        (_server.Requests[1].At - _server.Requests[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Write_TakesTooLong_IsUnknownAndNotRepeated()
    {
        _server.WithoutIdempotency().WhenAsync(r => r.Method == "POST" ? new TaskCompletionSource<HttpResponseMessage>().Task : null);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        CatalogTimeoutException error = await Should.ThrowAsync<CatalogTimeoutException>(
            () => _time.RunAsync(client.Catalog.CreateNamespaceAsync("sales"), TimeSpan.FromSeconds(1)));

        error.MayHaveBeenApplied.ShouldBeTrue();
        _server.To("POST", "/namespaces").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Breaker_ServerKeepsFailing_StopsCalling()
    {
        _server.On("GET", "/sales", () => ScriptedServer.Error(500, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time, o => (o.Resilience.MaxRetries, o.Resilience.BreakerMinimumThroughput) = (0, 4));
        for (int i = 0; i < 4; i++)
        {
            await Should.ThrowAsync<ServiceUnavailableException>(() => client.Catalog.GetNamespaceAsync("sales"));
        }

        ServiceUnavailableException error = await Should.ThrowAsync<ServiceUnavailableException>(() => client.Catalog.GetNamespaceAsync("sales"));

        error.StatusCode.ShouldBeNull();
        _server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Cancellation_WhileWaiting_EndsTheCall()
    {
        _server.On("GET", "/sales", () => ScriptedServer.Error(503, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);
        using var stop = new CancellationTokenSource();
        Task call = client.Catalog.GetNamespaceAsync("sales", cancellationToken: stop.Token);

        SpinWait.SpinUntil(() => _server.Requests.Count == 1, TimeSpan.FromSeconds(30)).ShouldBeTrue();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        _server.Requests.Count.ShouldBe(1);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("broken");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("broken");
    }
}
