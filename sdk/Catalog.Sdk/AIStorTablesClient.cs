using Amazon.Runtime;
using Catalog.Sdk.Authentication;
using Catalog.Sdk.DependencyInjection;
using Catalog.Sdk.Generated;
using Catalog.Sdk.Http;
using Catalog.Sdk.Iceberg;
using Catalog.Sdk.Warehouses;

namespace Catalog.Sdk;

/// <summary>A client of AIStor Tables: the Iceberg REST catalog of one warehouse, and the warehouses. One instance serves many threads.</summary>
/// <example>
/// <code>
/// using var client = new AIStorTablesClient(new Uri("http://127.0.0.1:8181"), "main", new BasicAWSCredentials("…", "…"));
/// Table orders = await client.Catalog.LoadTableAsync("sales.orders");
/// </code>
/// </example>
public sealed class AIStorTablesClient : ICatalogClient
{
    private readonly ClientCore _core;

    /// <summary>Makes a client.</summary>
    /// <param name="endpoint">The server, such as <c>http://127.0.0.1:8181</c>.</param>
    /// <param name="warehouse">The warehouse whose namespaces and tables <see cref="Catalog"/> shows.</param>
    /// <param name="credentials">The credentials to sign with; they are resolved for each request.</param>
    /// <param name="region">The region to sign for.</param>
    public AIStorTablesClient(Uri endpoint, string warehouse, AWSCredentials credentials, string region = "us-east-1")
        : this(With(endpoint, warehouse, credentials, region, null), (HttpMessageHandler?)null)
    {
    }

    /// <summary>Makes a client that sends through a given <see cref="HttpClient"/>.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="credentials">The credentials to sign with.</param>
    /// <param name="httpClient">Carries the requests; it must not follow redirects or repeat requests by itself, as both break the signature, and stays the caller's to dispose.</param>
    /// <param name="options">Further settings; endpoint, warehouse and credentials in them do not count.</param>
    public AIStorTablesClient(Uri endpoint, string warehouse, AWSCredentials credentials, HttpClient httpClient, AIStorTablesClientOptions? options = null)
        : this(With(endpoint, warehouse, credentials, null, options), new HttpClientTransport(httpClient ?? throw new ArgumentNullException(nameof(httpClient))))
    {
    }

    /// <summary>Makes a client of settings; without credentials in them the AWS credential chain is used.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="httpClient">Carries the requests, as above; null takes one of the client's own.</param>
    /// <exception cref="ArgumentException">The settings lack an endpoint or a warehouse, or name a profile that is not there.</exception>
    public AIStorTablesClient(AIStorTablesClientOptions options, HttpClient? httpClient = null)
        : this(options, httpClient is null ? null : new HttpClientTransport(httpClient))
    {
    }

    internal AIStorTablesClient(AIStorTablesClientOptions options, HttpMessageHandler? transport)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OptionsRules.Failures(options).ToArray() is { Length: > 0 } failures)
        {
            throw new ArgumentException(string.Join(" ", failures), nameof(options));
        }

        _core = new ClientCore(options, "/_iceberg/v1", transport, parts => AwsCredentials.Handlers(options, parts.Wire));
        Catalog = new TableCatalog(_core.Caller, IcebergRoutes.AIStor(options.Warehouse!), options, _core.Server);
        Warehouses = new WarehouseCatalog(_core.Caller, options, _core.Server);
    }

    /// <inheritdoc/>
    public ITableCatalog Catalog { get; }

    /// <summary>The warehouses, also others than the client's own.</summary>
    public IWarehouseCatalog Warehouses { get; }

    /// <inheritdoc/>
    public CatalogApiClient Api => _core.Api;

    /// <inheritdoc/>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) => _core.SendAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();

    private static AIStorTablesClientOptions With(Uri endpoint, string warehouse, AWSCredentials credentials, string? region, AIStorTablesClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(warehouse);
        ArgumentNullException.ThrowIfNull(credentials);
        options = options?.Copy<AIStorTablesClientOptions>() ?? new AIStorTablesClientOptions();
        options.Endpoint = endpoint;
        options.Warehouse = warehouse;
        options.Credentials = credentials;
        options.Region = region ?? options.Region;
        return options;
    }
}
