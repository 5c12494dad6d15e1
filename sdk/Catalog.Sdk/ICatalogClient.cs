using Catalog.Sdk.Generated;

namespace Catalog.Sdk;

/// <summary>What the clients of both services have in common; tests replace it.</summary>
public interface ICatalogClient : IDisposable
{
    /// <summary>The namespaces and tables, in the form for daily use.</summary>
    ITableCatalog Catalog { get; }

    /// <summary>Every operation of the contract, typed, with the same credentials and resilience.</summary>
    CatalogApiClient Api { get; }

    /// <summary>Sends a request of the caller's own with the client's credentials and resilience, and gives the raw answer.</summary>
    /// <param name="request">The request; a relative address counts from the endpoint.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer, whatever its status; to be disposed.</returns>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default);
}
