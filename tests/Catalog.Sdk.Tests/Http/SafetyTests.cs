using System.Net;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Telemetry;
using Catalog.Sdk.Tests.Wire;

namespace Catalog.Sdk.Tests.Http;

/// <summary>Where credentials go, what the generated client does, and what is shown of a request.</summary>
public sealed class SafetyTests
{
    private readonly ScriptedServer _server = new();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_IsAnErrorThatNamesTheAddress(int status)
    {
        _server.On("GET", "/sales", () => ScriptedServer.Json("", (HttpStatusCode)status, ("Location", "http://evil.test/")));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        (await Should.ThrowAsync<UnexpectedResponseException>(() => client.Catalog.GetNamespaceAsync("sales"))).Message.ShouldContain("http://evil.test/");
        await Should.ThrowAsync<UnexpectedResponseException>(() => client.Api.V1.Namespaces["sales"].GetAsync());

        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ForeignHost_GetsNoCredentials()
    {
        using PlanasonixClient client = TestClient.Planasonix(_server);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://evil.test:8181/v1/config");
        using var otherPort = new HttpRequestMessage(HttpMethod.Get, "http://catalog.test:9/v1/config");
        using var otherScheme = new HttpRequestMessage(HttpMethod.Get, "https://catalog.test:8181/v1/config");

        await Should.ThrowAsync<UnexpectedResponseException>(() => client.SendAsync(request));
        await Should.ThrowAsync<UnexpectedResponseException>(() => client.SendAsync(otherPort));
        await Should.ThrowAsync<UnexpectedResponseException>(() => client.SendAsync(otherScheme));

        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task GivenHttpClient_ThatFollowedARedirectElsewhere_IsNotBelieved()
    {
        _server.When(_ => new HttpResponseMessage { RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://evil.test/v1/config"), Content = new StringContent("{}") });
        using PlanasonixClient client = TestClient.Planasonix(_server);

        (await Should.ThrowAsync<UnexpectedResponseException>(() => client.Catalog.GetConfigAsync())).Message.ShouldContain("evil.test");
    }

    [Fact]
    public async Task ForeignHost_OnTheList_IsCalled()
    {
        _server.When(_ => ScriptedServer.Json("{}"));
        using PlanasonixClient client = TestClient.Planasonix(_server, configure: o => o.AllowedHosts.Add("other.test:8181"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://other.test:8181/v1/config");

        using HttpResponseMessage answer = await client.SendAsync(request);

        _server.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer T0");
    }

    [Fact]
    public async Task GeneratedClient_WriteFails_IsSentOnceAndReadIsRepeated()
    {
        _server.When(_ => ScriptedServer.Error(503, "X"));
        using PlanasonixClient client = TestClient.Planasonix(_server, configure: o => o.Resilience.BaseDelay = TimeSpan.FromMilliseconds(1));

        Generated.Models.IcebergErrorResponse error = await Should.ThrowAsync<Generated.Models.IcebergErrorResponse>(
            () => client.Api.V1.Namespaces.PostAsync(new() { AdditionalData = { } }));
        await Should.ThrowAsync<Generated.Models.IcebergErrorResponse>(() => client.Api.V1.Namespaces.GetAsync());

        error.ResponseStatusCode.ShouldBe(503);
        _server.To("POST", "/namespaces").Count.ShouldBe(1);
        _server.To("GET", "/namespaces").Count.ShouldBe(4);
        _server.Requests.ShouldAllBe(r => r.Header("Authorization") == "Bearer T0");
    }

    [Fact]
    public async Task Write_BodyThatCannotBeReadTwice_IsSentOnceAndKeepsTheAnswer()
    {
        _server.When(_ => ScriptedServer.Error(429, "TooManyRequestsException"));
        using PlanasonixClient client = TestClient.Planasonix(_server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/namespaces") { Content = new StreamContent(new OneWayStream()) };

        using HttpResponseMessage answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Attempt_IsToldWithoutSecrets()
    {
        List<HttpAttempt> attempts = [];
        _server.On("GET", "/sales", () => ScriptedServer.Error(503, "X"), () => ScriptedServer.Json("""{"namespace":["sales"]}""", HttpStatusCode.OK, ("X-Request-Id", "r-1"), ("Set-Cookie", "s=1")));
        using PlanasonixClient client = TestClient.Planasonix(_server, configure: o =>
        {
            o.Resilience.BaseDelay = TimeSpan.FromMilliseconds(1);
            o.OnAttempt = attempts.Add;
            o.ApplicationName = "MyTool/1.2";
        });

        await client.Catalog.GetNamespaceAsync("sales");

        attempts.Select(a => (a.Attempt, a.StatusCode, a.RequestId)).ShouldBe([(1, HttpStatusCode.ServiceUnavailable, null), (2, HttpStatusCode.OK, "r-1")]);
        attempts[1].RequestHeaders["Authorization"].ShouldBe("***");
        attempts[1].ResponseHeaders["Set-Cookie"].ShouldBe("***");
        _server.Requests[0].Header("User-Agent")!.ShouldStartWith("MyTool/1.2|Catalog.Sdk/");
    }

    [Fact]
    public async Task Call_OfCallOptions_SendsHeadersAndShowsTheRawAnswer()
    {
        CatalogResponse? raw = null;
        _server.On("GET", "/sales", () => ScriptedServer.Json("""{ "namespace": ["sales"], "x": 1.0 }""", HttpStatusCode.OK, ("X-Request-Id", "r-1")));
        using PlanasonixClient client = TestClient.Planasonix(_server);

        await client.Catalog.GetNamespaceAsync("sales", new CallOptions
        {
            RequestId = "abc",
            Headers = new Dictionary<string, string> { ["X-Trace"] = "t" },
            OnResponse = response => raw = response,
        });

        _server.Requests[0].Header("X-Request-Id").ShouldBe("abc");
        _server.Requests[0].Header("X-Trace").ShouldBe("t");
        raw!.RequestId.ShouldBe("r-1");
        System.Text.Encoding.UTF8.GetString(raw.Body.Span).ShouldBe("""{ "namespace": ["sales"], "x": 1.0 }""");
    }

    private sealed class OneWayStream : MemoryStream
    {
        public OneWayStream()
            : base("{}"u8.ToArray())
        {
        }

        public override bool CanSeek => false;
    }
}
