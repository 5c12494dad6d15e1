using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Authentication.Tokens;
using Catalog.Server.Requests;

namespace Catalog.Server.Authentication.Bearer;

/// <summary>Authenticates Planasonix requests by an API key or by a token, and holds the organisation to its tier.</summary>
internal sealed class BearerAuthenticator(
    ApiKeys apiKeys, CredentialHasher hasher, TokenVerifier tokens, Quotas? quotas, TimeProvider time) : IRequestAuthenticator
{
    private readonly RememberedCredentials<CredentialHash, RememberedBearer> _remembered = new(time);

    public ValueTask<Caller> AuthenticateAsync(HttpContext context, RequestBody body)
    {
        ConnectionCredential credential = ConnectionCredential.Of(context, hasher);
        int revision = apiKeys.Revision;
        return _remembered.Find(credential.Hash, revision) is { } remembered
            ? AdmitAsync(remembered)
            : LookUpAsync(credential.Text, credential.Hash, revision);
    }

    private async ValueTask<Caller> LookUpAsync(string credential, CredentialHash hash, int revision)
    {
        ApiKey? key = apiKeys.Find(hash);
        DateTimeOffset? expiresAt = key?.ExpiresAt;
        if (key is null && await tokens.VerifyAsync(credential).ConfigureAwait(false) is { } token)
        {
            key = apiKeys.Find(token.ApiKeyId);
            expiresAt = token.ExpiresAt;
        }

        if (key is null || !key.IsValidAt(time.GetUtcNow()))
        {
            _remembered.Forget(hash);
            throw new NotAuthenticatedException("The API key or token is not valid.");
        }

        RememberedBearer found = new(key, expiresAt);
        _remembered.Remember(hash, found, revision);
        return await AdmitAsync(found).ConfigureAwait(false);
    }

    private ValueTask<Caller> AdmitAsync(RememberedBearer bearer)
    {
        if (bearer.ExpiresAt is { } end && time.GetUtcNow() >= end)
        {
            throw new NotAuthenticatedException("The API key or token has expired.");
        }

        if (!bearer.Key.Organisation.Tier.HasCatalog())
        {
            throw new ForbiddenException("The catalog is not available for your organisation's tier");
        }

        ValueTask counted = quotas is null ? default : quotas.TakeAsync(bearer.Key.Organisation);
        return counted.IsCompletedSuccessfully ? new(bearer.Caller) : AfterAsync(counted, bearer.Caller);
    }

    private static async ValueTask<Caller> AfterAsync(ValueTask counted, Caller caller)
    {
        await counted.ConfigureAwait(false);
        return caller;
    }
}
