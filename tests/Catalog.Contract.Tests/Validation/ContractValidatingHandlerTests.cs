using System.Net;
using System.Text;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Validation;

public sealed class ContractValidatingHandlerTests
{
    private const string Error = """{"error":{"message":"gone","type":"NoSuchTableException","code":404}}""";

    [Theory]
    [InlineData("GET", "/v1/namespaces", 200, "{\"namespaces\":[[\"a\",\"b\"]],\"next-page-token\":null}")]
    [InlineData("GET", "/v1/namespaces/a%1Fb%2Fc/tables/t", 404, Error)]
    [InlineData("HEAD", "/v1/namespaces/a", 204, null)]
    [InlineData("HEAD", "/_iceberg/v1/w/namespaces/a", 404, null)]
    [InlineData("GET", "/_iceberg/v1/warehouses", 200, "{\"warehouses\":[]}")]
    [InlineData("POST", "/_iceberg/v1/w/transactions/commit", 200, "{}")]
    [InlineData("POST", "/v1/oauth/tokens", 401, "{\"error\":\"invalid_client\"}")]
    [InlineData("GET", "/v1/no/such/route/at/all", 404, Error)]
    [InlineData("GET", "/v1/main/namespaces", 200, "{\"namespaces\":[]}")]
    [InlineData("GET", "/v1/v1/config", 200, "{\"defaults\":{},\"overrides\":{}}")]
    [InlineData("GET", "/health/live", 200, "Healthy")]
    public async Task Send_AnswerAsDocumented_Passes(string method, string path, int status, string? body)
    {
        using HttpResponseMessage response = await SendAsync(method, path, status, body);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(body ?? "");
    }

    [Theory]
    [InlineData("GET", "/v1/namespaces", 200, "{\"namespaces\":[\"a\"]}", "but should be \"array\"")]
    [InlineData("GET", "/v1/namespaces", 200, "{\"namespaces\":[],\"total\":3}", "ListNamespacesResponse")]
    [InlineData("GET", "/v1/namespaces", 200, "{\"namespaces\":[],\"namespaces\":[]}", "not JSON")]
    [InlineData("GET", "/v1/namespaces", 200, "{\"namespaces\":[", "not JSON")]
    [InlineData("GET", "/v1/namespaces", 202, "{}", "documents only 200, 4XX, 5XX")]
    [InlineData("GET", "/v1/namespaces", 404, "{\"error\":\"gone\"}", "IcebergErrorResponse")]
    [InlineData("GET", "/v1/namespaces", 400, Error, "not the status")]
    [InlineData("POST", "/v1/oauth/tokens", 404, Error, "OAuthError")]
    [InlineData("DELETE", "/v1/namespaces/a", 204, "{}", "no body")]
    [InlineData("HEAD", "/_iceberg/v1/w/namespaces/a", 204, null, "documents only 200")]
    [InlineData("POST", "/v1/transactions/commit", 200, "{}", "documents only 204")]
    [InlineData("GET", "/v1/views", 200, "{}", "no such operation")]
    [InlineData("GET", "/v1/no/such", 404, "<html/>", "not JSON")]
    public async Task Send_AnswerNotAsDocumented_Throws(string method, string path, int status, string? body, string reason)
    {
        ContractViolationException violation = await Should.ThrowAsync<ContractViolationException>(() => SendAsync(method, path, status, body));

        violation.Message.ShouldContain(reason);
        violation.Message.ShouldContain($"{method} {path} answered {status}");
    }

    [Fact]
    public async Task Send_WrongMediaType_Throws() => (await Should.ThrowAsync<ContractViolationException>(
        () => SendAsync("GET", "/v1/namespaces", 200, "{\"namespaces\":[]}", media: "text/plain"))).Message.ShouldContain("media type");

    [Fact]
    public async Task Send_NoRequestId_Throws() => (await Should.ThrowAsync<ContractViolationException>(
        () => SendAsync("GET", "/v1/namespaces", 200, "{\"namespaces\":[]}", requestId: false))).Message.ShouldContain("X-Request-Id");

    [Fact]
    public async Task Send_RefusedBeforeRouting_MayBeBare()
    {
        using HttpResponseMessage bare = await SendAsync("GET", "/v1/namespaces/%00", 400, null, requestId: false);

        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await Should.ThrowAsync<ContractViolationException>(() => SendAsync("GET", "/v1/namespaces/a", 404, null, requestId: false));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        string method, string path, int status, string? body, string media = "application/json", bool requestId = true)
    {
        HttpResponseMessage answer = new((HttpStatusCode)status)
        {
            Content = body is null ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, media),
        };
        if (requestId)
        {
            answer.Headers.Add("X-Request-Id", "r-1");
        }

        using HttpMessageInvoker client = new(new ContractValidatingHandler(new Answering(answer)));
        using HttpRequestMessage request = new(new HttpMethod(method), "http://catalog.test" + path);
        return await client.SendAsync(request, CancellationToken.None);
    }

    private sealed class Answering(HttpResponseMessage answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer);
    }
}
