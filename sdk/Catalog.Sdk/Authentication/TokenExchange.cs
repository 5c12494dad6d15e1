using System.Text.Json;
using System.Text.Json.Serialization;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Resilience;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Telemetry;

namespace Catalog.Sdk.Authentication;

/// <summary>Exchanges an <c>flx_</c> key for a short-lived token (Iceberg REST spec, <c>/v1/oauth/tokens</c>, client credentials).</summary>
internal sealed class TokenExchange(HttpMessageInvoker http, Uri endpoint, string apiKey, TimeProvider time)
{
    public async Task<AccessToken> ExchangeAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_secret", apiKey),
                new("scope", "catalog"),
            ]),
        };
        request.Headers.Accept.Add(new("application/json"));

        // An exchange changes nothing that a second one would double.
        request.Options.Set(CallState.Key, new CallState { Started = time.GetTimestamp(), Replayable = true });
        string outcome = "error";
        try
        {
            AccessToken token = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            outcome = "ok";
            return token;
        }
        finally
        {
            CatalogTelemetry.TokenExchangeCounter.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private async Task<AccessToken> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        DateTimeOffset asked = time.GetUtcNow();
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        CatalogResponse answer = await ResponseReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            CatalogException error = ErrorReader.Read(answer, ErrorSubject.Token, time);
            throw answer.StatusCode is System.Net.HttpStatusCode.BadRequest
                ? new NotAuthenticatedException(error.Message) { Details = error.Details }
                : error;
        }

        try
        {
            TokenAnswer token = JsonSerializer.Deserialize(answer.Body.Span, CatalogJson.Default.TokenAnswer)!;
            return new AccessToken(token.AccessToken, token.ExpiresIn is { } seconds ? asked.AddSeconds(seconds) : null, token.Scope);
        }
        catch (JsonException e)
        {
            throw ErrorReader.Unreadable(answer, e);
        }
    }

    /// <summary>The answer of the token endpoint, with OAuth's names.</summary>
    internal sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] double? ExpiresIn = null,
        [property: JsonPropertyName("scope")] string? Scope = null);
}
