namespace Catalog.Server.Authentication.Tokens;

/// <summary>What every token says, and for how long.</summary>
internal static class TokenSettings
{
    public const string Issuer = "catalog";
    public const string Audience = "catalog/planasonix";
    public const string Scope = "catalog";
    public const string KeyClaim = "key";

    /// <summary>The one algorithm that is issued and accepted.</summary>
    public const string Algorithm = "HS256";
}
