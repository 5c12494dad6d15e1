using System.Net;
using System.Net.Http.Headers;

namespace Catalog.Sdk.Authentication;

/// <summary>Sends the token with each attempt. When the server refuses it with 401, it is renewed once and the request repeated: a 401 changed nothing.</summary>
internal sealed class BearerTokenHandler(TokenCache cache, bool renewable) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AccessToken token = await cache.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !renewable
            || (request.Content is not null && request.Content.Headers.ContentLength is null))
        {
            return response;
        }

        response.Dispose();
        AccessToken renewed = await cache.GetAsync(refused: token, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", renewed.Value);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
