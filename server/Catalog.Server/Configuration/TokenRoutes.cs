using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Requests;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Configuration;

/// <summary>Where an API key is exchanged for a token: the one operation that needs no credential in its head.</summary>
internal sealed class TokenRoutes(ITokenEndpoint tokens) : IEndpointGroup
{
    public IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile) => profile.Surface != Surface.Planasonix ? [] :
    [
        Route("/v1/oauth/tokens"),
        Route("/v1/v1/oauth/tokens"),
    ];

    private SurfaceRoute Route(string template) =>
        new(HttpMethods.Post, template, CatalogAction.GetConfig, static _ => throw new InvalidOperationException("The token endpoint has no caller."))
        {
            Open = tokens.HandleAsync,
        };
}
