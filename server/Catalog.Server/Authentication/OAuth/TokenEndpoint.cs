using Catalog.Core.Access;
using Catalog.Server.Authentication.Tokens;
using Catalog.Server.Requests;
using Microsoft.AspNetCore.Http.Features;

namespace Catalog.Server.Authentication.OAuth;

/// <summary>
/// Exchanges an API key for a short-lived token (<c>client_credentials</c>), and a token for a later one
/// (<c>token-exchange</c>), as the Iceberg REST specification has it.
/// </summary>
internal sealed class TokenEndpoint(
    ApiKeys apiKeys, CredentialHasher hasher, TokenVerifier verifier, TokenIssuer issuer, TimeProvider time) : ITokenEndpoint
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static readonly string[] TokenTypes =
        ["urn:ietf:params:oauth:token-type:access_token", "urn:ietf:params:oauth:token-type:jwt"];

    public async Task HandleAsync(HttpContext context, RequestBody body)
    {
        try
        {
            if (!HttpMethods.IsPost(context.Request.Method))
            {
                context.Response.Headers.Allow = HttpMethods.Post;
                throw new OAuthException(StatusCodes.Status405MethodNotAllowed, "invalid_request", "Tokens are asked for by POST.");
            }

            TokenForm form = await ReadFormAsync(context, body).ConfigureAwait(false);
            ApiKey key = form.GrantType switch
            {
                "client_credentials" => OfCredential(ClientCredential.Find(form, context.Request.Headers.Authorization))
                    ?? throw OAuthException.InvalidClient("The API key is missing: send it as client_secret, as client_id, or by Basic."),
                TokenExchange => await OfTokenAsync(form, context).ConfigureAwait(false),
                null => throw OAuthException.InvalidRequest("grant_type is missing."),
                _ => throw new OAuthException(
                    StatusCodes.Status400BadRequest, "unsupported_grant_type", $"grant_type is neither client_credentials nor {TokenExchange}."),
            };
            await TokenAnswer.WriteAsync(context, issuer.Issue(key)).ConfigureAwait(false);
        }
        catch (OAuthException refusal)
        {
            await TokenAnswer.WriteAsync(context, refusal).ConfigureAwait(false);
        }
    }

    private static async Task<TokenForm> ReadFormAsync(HttpContext context, RequestBody body)
    {
        string type = context.Request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!type.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            throw new OAuthException(StatusCodes.Status415UnsupportedMediaType, "invalid_request", $"The body is not of the type {FormType}.");
        }

        // Nobody has proved anything yet: the server's own limit would let anyone fill its memory.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = TokenForm.MostBytes;
        }

        try
        {
            ReadOnlyMemory<byte> bytes = await body.ReadAsync().ConfigureAwait(false);
            return bytes.Length <= TokenForm.MostBytes ? TokenForm.Read(bytes.Span) : throw TooLarge();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
    }

    private static OAuthException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "invalid_request", $"The form has more than {TokenForm.MostBytes} bytes.");

    // A token of ours is enough while it holds. Java exchanges an expired one together with its key.
    private async ValueTask<ApiKey> OfTokenAsync(TokenForm form, HttpContext context)
    {
        string text = form.SubjectToken ?? throw OAuthException.InvalidRequest("subject_token is missing.");
        if (form.SubjectTokenType is { } type && !TokenTypes.Contains(type))
        {
            throw OAuthException.InvalidRequest($"subject_token_type is not {TokenTypes[0]}.");
        }

        if (await verifier.VerifyAsync(text).ConfigureAwait(false) is not { } token || apiKeys.Find(token.ApiKeyId) is not { } key)
        {
            throw OAuthException.InvalidClient("The subject token is not one of this server's.");
        }

        ApiKey? presented = OfCredential(ClientCredential.Find(form, context.Request.Headers.Authorization));
        if (presented is not null && presented.Organisation.Id != key.Organisation.Id)
        {
            throw OAuthException.InvalidClient("The subject token belongs to another organisation than the API key.");
        }

        DateTimeOffset now = time.GetUtcNow();
        return presented ?? (now < token.ExpiresAt && key.IsValidAt(now)
            ? key
            : throw OAuthException.InvalidClient("The subject token has expired or its API key was revoked: send it together with the API key."));
    }

    private ApiKey? OfCredential(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return apiKeys.Find(hasher.Hash(text)) is { } key && key.IsValidAt(time.GetUtcNow())
            ? key
            : throw OAuthException.InvalidClient("The API key is not valid.");
    }
}
