using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Catalog.Testing.Contract;

namespace Catalog.Testing.Rest;

/// <summary>
/// One of the server's Iceberg surfaces, spoken to in raw requests: targets go on the wire exactly as given, so that a
/// test can send what a certain client sends.
/// </summary>
public sealed class RawCatalog : IDisposable
{
    private readonly HttpClient _client;
    private readonly SigV4Signer? _signer;
    private readonly string? _bearer;

    private RawCatalog(string name, Uri server, string prefix, string? bearer, SigV4Signer? signer, HttpMessageHandler? handler)
    {
        Name = name;
        Server = server;
        Prefix = prefix;
        _bearer = bearer;
        _signer = signer;
        _client = new HttpClient(handler ?? new ContractValidatingHandler(Sockets()));
    }

    /// <summary><c>Planasonix</c> or <c>AIStor</c>.</summary>
    public string Name { get; }

    /// <summary>The server's address.</summary>
    public Uri Server { get; }

    /// <summary>What stands before <c>/namespaces</c> in a path.</summary>
    public string Prefix { get; }

    /// <summary>Whether this is the AIStor surface, whose reference differs from Iceberg's specification in places.</summary>
    public bool IsAIStor => _signer is not null;

    /// <summary>The Planasonix surface, called with an API key or a JWT.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="bearer">The key or JWT.</param>
    /// <param name="handler">What sends the requests; when absent sockets, and every answer is compared with the contract.</param>
    public static RawCatalog Planasonix(Uri server, string bearer, HttpMessageHandler? handler = null) =>
        new("Planasonix", server, "/v1", bearer, null, handler);

    /// <summary>The AIStor surface of one warehouse, called with signed requests.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="accessKey">The access key.</param>
    /// <param name="secretKey">The secret key.</param>
    /// <param name="handler">What sends the requests; when absent sockets, and every answer is compared with the contract.</param>
    public static RawCatalog AIStor(Uri server, string warehouse, string accessKey, string secretKey, HttpMessageHandler? handler = null) =>
        new("AIStor", server, $"/_iceberg/v1/{warehouse}", null, new SigV4Signer(accessKey, secretKey), handler);

    /// <summary>Sockets alone, for loops that are about speed.</summary>
    public static HttpMessageHandler Sockets() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Sends a request below <see cref="Prefix"/>.</summary>
    public Task<RawAnswer> SendAsync(
        HttpMethod method, string target, string? json = null, IReadOnlyDictionary<string, string>? headers = null, CancellationToken cancellationToken = default) =>
        SendRawAsync(method, Prefix + target, json is null ? null : Encoding.UTF8.GetBytes(json), "application/json", headers, cancellationToken);

    /// <summary>GET below <see cref="Prefix"/>.</summary>
    public Task<RawAnswer> GetAsync(string target) => SendAsync(HttpMethod.Get, target);

    /// <summary>HEAD below <see cref="Prefix"/>.</summary>
    public Task<RawAnswer> HeadAsync(string target) => SendAsync(HttpMethod.Head, target);

    /// <summary>DELETE below <see cref="Prefix"/>.</summary>
    public Task<RawAnswer> DeleteAsync(string target) => SendAsync(HttpMethod.Delete, target);

    /// <summary>POST of an object written as JSON, below <see cref="Prefix"/>.</summary>
    public Task<RawAnswer> PostAsync(string target, object body, IReadOnlyDictionary<string, string>? headers = null) =>
        SendAsync(HttpMethod.Post, target, body as string ?? JsonSerializer.Serialize(body), headers);

    /// <summary>Sends a request whose whole target is given.</summary>
    public async Task<RawAnswer> SendRawAsync(
        HttpMethod method, string rawTarget, byte[]? body, string? contentType, IReadOnlyDictionary<string, string>? headers = null, CancellationToken cancellationToken = default)
    {
        Uri uri = new(Server.GetLeftPart(UriPartial.Authority) + rawTarget, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using HttpRequestMessage request = new(method, uri);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        Authorize(request, method, rawTarget, body ?? []);
        foreach ((string name, string value) in headers ?? new Dictionary<string, string>())
        {
            if (request.Content is { } content && name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                content.Headers.TryAddWithoutValidation(name, value);
                continue;
            }

            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new RawAnswer((int)answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType?.ToString(), bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private void Authorize(HttpRequestMessage request, HttpMethod method, string rawTarget, byte[] body)
    {
        if (_signer is null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _bearer);
            return;
        }

        (string date, string hash, string authorization) = _signer.Sign(method.Method, Server.Authority, rawTarget, body, DateTimeOffset.UtcNow);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        request.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", hash);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
    }
}
