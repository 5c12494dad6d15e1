using Catalog.Core.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Catalog.Server.Authentication.Tokens;

/// <summary>Makes the short-lived tokens that an API key is exchanged for.</summary>
internal sealed class TokenIssuer(TokenSigningKeys keys, TimeProvider time, TimeSpan lifetime)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public IssuedToken Issue(ApiKey key)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset end = key.ExpiresAt is { } keyEnds && keyEnds < now + lifetime ? keyEnds : now + lifetime;
        SecurityTokenDescriptor token = new()
        {
            Issuer = TokenSettings.Issuer,
            Audience = TokenSettings.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = end.UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = $"organisation:{key.Organisation.Id}",
                [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
                [TokenSettings.KeyClaim] = key.Id,
                ["scope"] = TokenSettings.Scope,
            },
            SigningCredentials = new SigningCredentials(keys.Current(), TokenSettings.Algorithm),
        };
        return new IssuedToken(_handler.CreateToken(token), end - now);
    }
}
