using System.Net;
using Catalog.Sdk.Authentication;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Sdk.Tests.Authentication;

/// <summary>The exchange of a key for a token, and what is sent with it.</summary>
public sealed class TokenTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-26T12:00:00Z"));
    private readonly ScriptedServer _server;
    private int _exchanges;

    public TokenTests()
    {
        _server = new ScriptedServer(_time);
        _server.When(r => r.Method == "GET" ? ScriptedServer.Json("""{"namespace":["sales"]}""") : null);
        _server.On("POST", "/v1/oauth/tokens", () => ScriptedServer.Json(TestClient.TokenAnswer.Replace("T1", $"T{++_exchanges}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Calls_FiftyAtOnce_ShareOneExchange()
    {
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _server.WhenAsync(r => r.Method == "POST" ? release.Task : null);
        using PlanasonixClient client = TestClient.WithKey(_server, _time);
        Task[] calls = [.. Enumerable.Range(0, 50).Select(_ => client.Catalog.GetNamespaceAsync("sales"))];

        release.SetResult(ScriptedServer.Json(TestClient.TokenAnswer));
        await Task.WhenAll(calls);

        RecordedRequest exchange = _server.To("POST", "/v1/oauth/tokens").ShouldHaveSingleItem();
        exchange.Body.ShouldBe("grant_type=client_credentials&client_secret=flx_0123456789abcdef0123&scope=catalog");
        exchange.Header("Authorization").ShouldBeNull();
        _server.To("GET", "/sales").Count.ShouldBe(50);
        _server.To("GET", "/sales").ShouldAllBe(r => r.Header("Authorization") == "Bearer T1");
    }

    [Fact]
    public async Task Token_AboutToExpire_IsRenewedOnce()
    {
        using PlanasonixClient client = TestClient.WithKey(_server, _time);
        await client.Catalog.GetNamespaceAsync("sales");
        _time.Advance(TimeSpan.FromMinutes(58));
        await client.Catalog.GetNamespaceAsync("sales");
        _exchanges.ShouldBe(1);

        _time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Catalog.GetNamespaceAsync("sales")));

        _exchanges.ShouldBe(2);
        _server.Requests[^1].Header("Authorization").ShouldBe("Bearer T2");
    }

    [Fact]
    public async Task Token_Refused_IsRenewedOnceForAll()
    {
        _server.When(r => r.Method == "GET" && r.Header("Authorization") == "Bearer T1" ? ScriptedServer.Error(401, "NotAuthorizedException") : null);
        using PlanasonixClient client = TestClient.WithKey(_server, _time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Catalog.GetNamespaceAsync("sales")));

        _exchanges.ShouldBe(2);
    }

    [Fact]
    public async Task Write_TokenRefused_IsSentAgainWithTheSameBody()
    {
        _server.WithoutIdempotency();
        _server.On("POST", "/namespaces", () => ScriptedServer.Error(401, "NotAuthorizedException"), () => ScriptedServer.Json("""{"namespace":["sales"]}"""));
        using PlanasonixClient client = TestClient.WithKey(_server, _time);

        await client.Catalog.CreateNamespaceAsync("sales");

        IReadOnlyList<RecordedRequest> sent = _server.To("POST", "/namespaces");
        sent.Select(r => r.Header("Authorization")).ShouldBe(["Bearer T1", "Bearer T2"]);
        sent[1].Body.ShouldBe(sent[0].Body);
    }

    [Fact]
    public async Task Token_RefusedTwice_EndsTheCall()
    {
        _server.When(r => r.Method == "GET" ? ScriptedServer.Error(401, "NotAuthorizedException", "who are you") : null);
        using PlanasonixClient client = TestClient.WithKey(_server, _time);

        NotAuthenticatedException error = await Should.ThrowAsync<NotAuthenticatedException>(() => client.Catalog.GetNamespaceAsync("sales"));

        error.Message.ShouldBe("who are you");
        _server.To("GET", "/sales").Count.ShouldBe(2);
        _exchanges.ShouldBe(2);
    }

    [Fact]
    public async Task Key_Refused_IsToldWithOAuthsWordsAndNotRemembered()
    {
        bool good = false;
        _server.When(r => r.Method == "POST" && !good ? ScriptedServer.Json("""{"error":"invalid_client","error_description":"The key is unknown."}""", HttpStatusCode.Unauthorized) : null);
        using PlanasonixClient client = TestClient.WithKey(_server, _time);

        NotAuthenticatedException error = await Should.ThrowAsync<NotAuthenticatedException>(() => client.Catalog.GetNamespaceAsync("sales"));
        good = true;
        await client.Catalog.GetNamespaceAsync("sales");

        error.Message.ShouldBe("The key is unknown.");
        error.ErrorType.ShouldBe("invalid_client");
        error.ToString().ShouldNotContain("flx_");
        _server.To("POST", "/v1/oauth/tokens").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Exchange_ServerStumbles_IsRepeated()
    {
        _server.On("POST", "/v1/oauth/tokens", () => ScriptedServer.Error(503, "X"), () => ScriptedServer.Json(TestClient.TokenAnswer));
        using PlanasonixClient client = TestClient.WithKey(_server, _time);

        await _time.RunAsync(client.Catalog.GetNamespaceAsync("sales"));

        _server.To("POST", "/v1/oauth/tokens").Count.ShouldBe(2);
        _server.To("GET", "/sales").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Caller_GivesUp_ExchangeGoesOnForOthers()
    {
        var release = new TaskCompletionSource<HttpResponseMessage>();
        _server.WhenAsync(r => r.Method == "POST" ? release.Task : null);
        using PlanasonixClient client = TestClient.WithKey(_server, _time);
        using var stop = new CancellationTokenSource();
        Task first = client.Catalog.GetNamespaceAsync("sales", cancellationToken: stop.Token);
        Task second = client.Catalog.GetNamespaceAsync("sales");

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        release.SetResult(ScriptedServer.Json(TestClient.TokenAnswer));
        await second;

        _server.To("POST", "/v1/oauth/tokens").Count.ShouldBe(1);
    }

    [Fact]
    public async Task FixedToken_Refused_IsNotSentAgain()
    {
        _server.When(r => r.Method == "GET" ? ScriptedServer.Error(401, "NotAuthorizedException") : null);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time);

        await Should.ThrowAsync<NotAuthenticatedException>(() => client.Catalog.GetNamespaceAsync("sales"));

        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TokenSource_OfTheHost_IsAskedAgainWhenRefused()
    {
        int asked = 0;
        _server.When(r => r.Header("Authorization") == "Bearer H1" ? ScriptedServer.Error(401, "NotAuthorizedException") : null);
        using PlanasonixClient client = TestClient.Planasonix(_server, _time, o => o.TokenSource = _ => Task.FromResult(new AccessToken($"H{++asked}")));

        await client.Catalog.GetNamespaceAsync("sales");

        _server.Requests.Select(r => r.Header("Authorization")).ShouldBe(["Bearer H1", "Bearer H2"]);
    }

    [Fact]
    public async Task ApiKey_ThatIsAToken_IsSentAsItIs()
    {
        using var client = new PlanasonixClient(TestClient.Endpoint, "eyJh.eyJz.c2ln", new HttpClient(_server));

        await client.Catalog.GetNamespaceAsync("sales");

        _server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer eyJh.eyJz.c2ln");
    }

    [Fact]
    public void Options_GivenToAClient_StayAsTheyWere()
    {
        var options = new PlanasonixClientOptions { PageSize = 7 };
        using var client = new PlanasonixClient(TestClient.Endpoint, "flx_a", new HttpClient(_server), options);

        (options.Endpoint, options.ApiKey, options.PageSize).ShouldBe((null, null, 7));
    }
}
