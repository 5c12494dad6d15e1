using System.Text;
using System.Text.Json;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Errors;

/// <summary>Whatever is wrong with a request, the answer is the surface's own error body, and never a 500.</summary>
public sealed class RefusalTests(RefusalTests.SmallServer server) : IClassFixture<RefusalTests.SmallServer>
{
    public static TheoryData<string> SurfaceNames => ["Planasonix", "AIStor"];

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task UnknownRoute_IsNotFound(string surface)
    {
        foreach (string target in (string[])["/nothing", "/namespaces/a/tables/t/x", "/namespaces/", "//namespaces", "/namespaces/a/tables/", "/../../health/live", "/namespaces/%2E%2E/x"])
        {
            RawAnswer answer = await server.Surface(surface).GetAsync(target);

            ShouldBeError(answer, 404);
        }
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task UnknownMethod_IsNotAllowedAndNamesThoseServed(string surface)
    {
        RawAnswer answer = await server.Surface(surface).SendAsync(HttpMethod.Put, "/namespaces");

        ShouldBeError(answer, 405);
        answer.ErrorMessage.ShouldContain("GET, POST");
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task OtherMediaType_IsUnsupported(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        foreach (string type in (string[])["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "nonsense", "application/"])
        {
            RawAnswer answer = await catalog.SendRawAsync(HttpMethod.Post, catalog.Prefix + "/namespaces", "{\"namespace\":[\"m\"]}"u8.ToArray(), type);

            ShouldBeError(answer, 415);
        }

        RawAnswer packed = await catalog.SendAsync(HttpMethod.Post, "/namespaces", "{}", new Dictionary<string, string> { ["Content-Encoding"] = "gzip" });
        packed.Status.ShouldBeOneOf(400, 415);
        (await catalog.GetAsync("/namespaces/m")).Status.ShouldBe(404);
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task JsonMediaTypes_AreTaken(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        foreach (string? type in (string?[])["application/json", "Application/JSON; charset=UTF-8", "application/vnd.api+json", null])
        {
            RawAnswer answer = await catalog.SendRawAsync(HttpMethod.Post, catalog.Prefix + "/namespaces", "{\"namespace\":[]}"u8.ToArray(), type);

            ShouldBeError(answer, 400);
        }
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task HugeBody_IsTooLarge(string surface)
    {
        string body = "{\"namespace\":[\"huge\"],\"properties\":{\"x\":\"" + new string('y', 70_000) + "\"}}";

        RawAnswer answer = await server.Surface(surface).SendAsync(HttpMethod.Post, "/namespaces", body);

        ShouldBeError(answer, 413);
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task DeepBody_IsMalformed(string surface)
    {
        string body = $$"""{"namespace":["deep"],"x":{{new string('[', 200)}}{{new string(']', 200)}}}""";

        RawAnswer answer = await server.Surface(surface).SendAsync(HttpMethod.Post, "/namespaces", body);

        ShouldBeError(answer, 400);
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task MalformedBody_IsBadRequest(string surface)
    {
        string[] bodies =
        [
            "", " ", "{", "}", "[]", "null", "1", "\"x\"", "{\"namespace\":[\"a\"]", "{\"namespace\":[\"a\"]}}", "{'namespace':['a']}",
            "{\"namespace\":[\"a\"],}", "{\"namespace\":[\"a\"]}/* c */", "\uFEFF", "{\"namespace\":[\"\\ud800\"]}", "{\"\\udfff\":1}", "{\"namespace\":[\"a\\q\"]}",
            "{\"namespace\":NaN}", "{\"namespace\":[1e999]}", "{\"a\":01}",
        ];
        foreach (string body in bodies)
        {
            RawAnswer answer = await server.Surface(surface).SendAsync(HttpMethod.Post, "/namespaces", body);

            ShouldBeError(answer, 400, body);
        }
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task NotUtf8_IsBadRequest(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        byte[][] bodies = [[0xFF, 0xFE, 0x7B, 0x00], [.. "{\"namespace\":[\""u8, 0xC3, 0x28, .. "\"]}"u8], Encoding.BigEndianUnicode.GetBytes("{}"), [0x1F, 0x8B, 0x08, 0x00]];
        foreach (byte[] body in bodies)
        {
            ShouldBeError(await catalog.SendRawAsync(HttpMethod.Post, catalog.Prefix + "/namespaces", body, "application/json"), 400);
        }
    }

    [Theory]
    [InlineData("Planasonix", """{}""", "namespace")]
    [InlineData("AIStor", """{"namespace":null}""", "namespace")]
    [InlineData("Planasonix", """{"namespace":"a"}""", "namespace")]
    [InlineData("AIStor", """{"namespace":{"a":1}}""", "namespace")]
    [InlineData("Planasonix", """{"namespace":[1]}""", "namespace")]
    [InlineData("AIStor", """{"namespace":[["a"]]}""", "namespace")]
    [InlineData("Planasonix", """{"namespace":[""]}""", "namespace")]
    [InlineData("AIStor", """{"namespace":["a"],"properties":[]}""", "properties")]
    [InlineData("Planasonix", """{"namespace":["a"],"properties":{"x":1}}""", "properties")]
    [InlineData("AIStor", """{"namespace":["a"],"properties":{"x":null}}""", "properties")]
    [InlineData("Planasonix", """{"namespace":["a"],"namespace":["b"]}""", "namespace")]
    [InlineData("AIStor", """{"namespace":["a"],"properties":{"twice":"1","twice":"2"}}""", "twice")]
    public async Task WrongField_IsBadRequestAndNamed(string surface, string body, string field)
    {
        RawAnswer answer = await server.Surface(surface).SendAsync(HttpMethod.Post, "/namespaces", body);

        ShouldBeError(answer, 400);
        answer.ErrorMessage.ShouldContain(field);
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task BadlyEncodedName_IsBadRequest(string surface)
    {
        foreach (string name in (string[])["%zz", "%C3", "a%2", "%ED%A0%80"])
        {
            RawAnswer answer = await server.Surface(surface).GetAsync("/namespaces/" + name);

            ShouldBeError(answer, 400, name);
        }
    }

    [Theory]
    [InlineData("Planasonix", "/v1", "NotAuthorizedException")]
    [InlineData("Planasonix", "/v1/nothing", "NotAuthorizedException")]
    [InlineData("AIStor", "/_iceberg/v1/main/namespaces", "SignatureDoesNotMatch")]
    [InlineData("AIStor", "/_iceberg", "SignatureDoesNotMatch")]
    public async Task NoCredential_IsNotAuthenticated(string surface, string target, string type)
    {
        using HttpClient client = new() { BaseAddress = server.Address };

        using HttpResponseMessage answer = await client.GetAsync(new Uri(target, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        body.RootElement.GetProperty("error").GetProperty("type").GetString().ShouldBe(type);
        answer.Headers.Contains("WWW-Authenticate").ShouldBe(surface == "Planasonix");
    }

    [Theory]
    [InlineData("abc-DEF-123", true)]
    [InlineData("has space", false)]
    [InlineData("semi;colon", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public async Task RequestId_WhenValid_IsKept(string sent, bool kept)
    {
        RawAnswer answer = await server.Planasonix.SendAsync(HttpMethod.Get, "/config", headers: new Dictionary<string, string> { ["X-Request-Id"] = sent });

        string id = answer.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem();
        id.ShouldMatch("^[A-Za-z0-9-]{1,64}$");
        (id == sent).ShouldBe(kept);
    }

    internal static void ShouldBeError(RawAnswer answer, int status, string? because = null)
    {
        answer.Status.ShouldBe(status, because + answer.Text);
        answer.ContentType.ShouldBe("application/json");
        JsonElement error = answer.Json.EnumerateObject().ShouldHaveSingleItem().Value;
        error.EnumerateObject().Select(p => p.Name).ShouldBe(["message", "type", "code"], ignoreOrder: true);
        error.GetProperty("code").GetInt32().ShouldBe(status);
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        error.GetProperty("type").GetString().ShouldNotBeNullOrEmpty();
    }

    public sealed class SmallServer : RunningServer
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Limits:BodyBytes", "65536"), new("Limits:JsonDepth", "100")];
    }
}
