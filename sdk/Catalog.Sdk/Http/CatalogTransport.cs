using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Catalog.Sdk.Http;

/// <summary>Builds a client's chain of handlers: call, resilience, credentials, attempt, signature, transport.</summary>
internal static class CatalogTransport
{
    public static SocketsHttpHandler CreateSockets() => new()
    {
        // A redirect would carry credentials to an address that nobody checked, or lose the signature.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        UseCookies = false,
    };

    /// <summary>Chains the handlers, outermost first, before the transport.</summary>
    public static HttpMessageHandler Chain(HttpMessageHandler transport, params ReadOnlySpan<DelegatingHandler?> handlers)
    {
        HttpMessageHandler inner = transport;
        for (int i = handlers.Length - 1; i >= 0; i--)
        {
            if (handlers[i] is { } handler)
            {
                handler.InnerHandler = inner;
                inner = handler;
            }
        }

        return inner;
    }

    public static ResilienceHandler Resilience(ResiliencePipeline<HttpResponseMessage> pipeline) => new(pipeline);
}
