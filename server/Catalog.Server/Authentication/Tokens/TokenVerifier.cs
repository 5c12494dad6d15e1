using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Catalog.Server.Authentication.Tokens;

/// <summary>Checks that a token is one of ours: one algorithm, our issuer, our audience, a key we have.</summary>
internal sealed class TokenVerifier
{
    private const int LongestToken = 4096;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly TokenValidationParameters _rules;

    public TokenVerifier(TokenSigningKeys keys)
    {
        _rules = new TokenValidationParameters
        {
            ValidAlgorithms = [TokenSettings.Algorithm],
            ValidTypes = ["JWT"],
            ValidIssuer = TokenSettings.Issuer,
            ValidAudience = TokenSettings.Audience,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,

            // No default would do: a token without an id of a key of ours is tried with none.
            IssuerSigningKeyResolver = (_, _, id, _) => id is not null && keys.Find(id) is { } key ? [key] : [],
            TryAllIssuerSigningKeys = false,

            // The reader judges the time by the server's clock.
            ValidateLifetime = false,
        };
    }

    /// <summary>Whether a credential has the looks of a token, so that verifying is worth the while.</summary>
    public static bool LooksLikeToken(string text) =>
        text.Length <= LongestToken && text.StartsWith("eyJ", StringComparison.Ordinal) && text.AsSpan().Count('.') == 2;

    /// <summary>What the token says; null when it is not ours.</summary>
    public async ValueTask<VerifiedToken?> VerifyAsync(string text)
    {
        if (!LooksLikeToken(text))
        {
            return null;
        }

        TokenValidationResult result = await _handler.ValidateTokenAsync(text, _rules).ConfigureAwait(false);
        return result.IsValid && result.SecurityToken is JsonWebToken token &&
            token.TryGetPayloadValue(TokenSettings.KeyClaim, out long key) && token.ValidTo != DateTime.MinValue
            ? new VerifiedToken(key, new DateTimeOffset(token.ValidTo, TimeSpan.Zero))
            : null;
    }
}
