using Catalog.Sdk.Authentication;
using Catalog.Sdk.Generated;
using Catalog.Sdk.Resilience;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Catalog.Sdk.Http;

/// <summary>One client's handlers, once for the hand-written part and the generated client.</summary>
internal sealed class ClientCore : IDisposable
{
    private readonly HttpMessageHandler? _ownTransport;
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;

    public ClientCore(CatalogClientOptions options, string servicePath, HttpMessageHandler? transport, Func<ClientParts, CredentialHandlers> credentials)
    {
        Endpoint = EndpointOf(options.Endpoint!, servicePath);
        _ownTransport = transport is null ? CatalogTransport.CreateSockets() : null;
        HttpMessageHandler wire = transport ?? _ownTransport!;
        var hosts = new AllowedHosts(Endpoint, options.AllowedHosts);
        var parts = new ClientParts(
            Endpoint,
            wire,
            () => new HttpMessageInvoker(
                CatalogTransport.Chain(
                    wire,
                    new CallHandler(options, hosts, Server),
                    CatalogTransport.Resilience(ResiliencePipelines.Build(options.Resilience, options.TimeProvider)),
                    new AttemptHandler(options)),
                disposeHandler: false));
        CredentialHandlers handlers = credentials(parts);
        HttpMessageHandler chain = CatalogTransport.Chain(
            wire,
            new CallHandler(options, hosts, Server),
            CatalogTransport.Resilience(ResiliencePipelines.Build(options.Resilience, options.TimeProvider)),
            handlers.BeforeAttempt,
            new AttemptHandler(options),
            handlers.OnTheWire);
        _http = new HttpClient(chain, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        Caller = new CatalogCaller(_http, Endpoint, options.TimeProvider);
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: _http)
        {
            BaseUrl = Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/'),
        };
        Api = new CatalogApiClient(new PathCheckingAdapter(_adapter));
    }

    public Uri Endpoint { get; }

    public ServerCapabilities Server { get; } = new();

    public CatalogCaller Caller { get; }

    public CatalogApiClient Api { get; }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is { IsAbsoluteUri: false } relative)
        {
            request.RequestUri = new Uri($"{Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{relative.OriginalString.TrimStart('/')}");
        }

        return _http.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
        _ownTransport?.Dispose();
    }

    /// <summary>The server's address without the service's own path, which people copy along from other clients' settings.</summary>
    private static Uri EndpointOf(Uri endpoint, string servicePath)
    {
        string path = endpoint.AbsolutePath.TrimEnd('/');
        return new UriBuilder(endpoint)
        {
            Path = path.EndsWith(servicePath, StringComparison.Ordinal) ? path[..^servicePath.Length] : path,
            Query = "",
            Fragment = "",
            UserName = "",
            Password = "",
        }.Uri;
    }
}
