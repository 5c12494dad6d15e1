using Catalog.Sdk.Authentication;
using Catalog.Sdk.DependencyInjection;
using Catalog.Sdk.Generated;
using Catalog.Sdk.Http;
using Catalog.Sdk.Iceberg;

namespace Catalog.Sdk;

/// <summary>A client of Planasonix's Iceberg REST catalog. One instance serves many threads and should live long: it holds the token.</summary>
/// <example>
/// <code>
/// using var client = new PlanasonixClient(new Uri("http://127.0.0.1:8181"), "flx_…");
/// await foreach (NamespaceName name in client.Catalog.ListNamespacesAsync())
/// {
///     Console.WriteLine(name);
/// }
/// </code>
/// </example>
public sealed class PlanasonixClient : ICatalogClient
{
    private readonly ClientCore _core;
    private readonly PlanasonixCredentials _credentials;

    /// <summary>Makes a client that exchanges an API key for tokens.</summary>
    /// <param name="endpoint">The server, such as <c>http://127.0.0.1:8181</c>.</param>
    /// <param name="apiKey">The <c>flx_</c> key of the organisation; a token that was exchanged before is taken too, and sent as it is. Secret.</param>
    public PlanasonixClient(Uri endpoint, string apiKey)
        : this(WithKey(endpoint, apiKey, null), (HttpMessageHandler?)null)
    {
    }

    /// <summary>Makes a client that sends through a given <see cref="HttpClient"/>.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="apiKey">The <c>flx_</c> key of the organisation; a token that was exchanged before is taken too, and sent as it is. Secret.</param>
    /// <param name="httpClient">Carries the requests; it should not follow redirects or repeat requests by itself, and stays the caller's to dispose.</param>
    /// <param name="options">Further settings; endpoint and key in them do not count.</param>
    public PlanasonixClient(Uri endpoint, string apiKey, HttpClient httpClient, PlanasonixClientOptions? options = null)
        : this(WithKey(endpoint, apiKey, options), new HttpClientTransport(httpClient ?? throw new ArgumentNullException(nameof(httpClient))))
    {
    }

    /// <summary>Makes a client of settings, also for tokens instead of a key.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="httpClient">Carries the requests, as above; null takes one of the client's own.</param>
    /// <exception cref="ArgumentException">The settings lack an endpoint or credentials.</exception>
    public PlanasonixClient(PlanasonixClientOptions options, HttpClient? httpClient = null)
        : this(options, httpClient is null ? null : new HttpClientTransport(httpClient))
    {
    }

    internal PlanasonixClient(PlanasonixClientOptions options, HttpMessageHandler? transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OptionsRules.Failures(options).ToArray() is { Length: > 0 } failures)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }

        PlanasonixCredentials? credentials = null;
        _core = new ClientCore(options, "/v1", transport, parts => (credentials = new PlanasonixCredentials(options, parts)).Handlers);
        _credentials = credentials!;
        Catalog = new TableCatalog(_core.Caller, IcebergRoutes.Planasonix(options.Warehouse), options, _core.Server);
    }

    /// <inheritdoc/>
    public ITableCatalog Catalog { get; }

    /// <inheritdoc/>
    public CatalogApiClient Api => _core.Api;

    /// <summary>Gives the token that the client sends; obtains one when there is none that is good.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The token. Secret.</returns>
    /// <exception cref="Errors.NotAuthenticatedException">The key is refused.</exception>
    public Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken = default) => _credentials.Cache.GetAsync(null, cancellationToken);

    /// <summary>Exchanges the API key for a token of the caller's own, apart from the client's.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The token. Secret.</returns>
    /// <exception cref="Errors.NotAuthenticatedException">The key is refused.</exception>
    /// <exception cref="InvalidOperationException">The client has no API key.</exception>
    public Task<AccessToken> ExchangeTokenAsync(CancellationToken cancellationToken = default) => _credentials.ExchangeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) => _core.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();

    private static PlanasonixClientOptions WithKey(Uri endpoint, string apiKey, PlanasonixClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        options = options?.Copy<PlanasonixClientOptions>() ?? new PlanasonixClientOptions();
        options.Endpoint = endpoint;
        options.ApiKey = apiKey;
        return options;
    }
}
