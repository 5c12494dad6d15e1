using System.Security;

namespace Catalog;

/// <summary>A short-lived token, made from an API key.</summary>
public sealed class CatalogToken
{
    internal CatalogToken(SecureString token, string tokenType, string? scope, DateTimeOffset? expiresAt)
    {
        Token = token;
        TokenType = tokenType;
        Scope = scope;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets the token, ready for <c>Connect-Catalog -Token</c>.</summary>
    public SecureString Token { get; }

    /// <summary>Gets how the token is sent, which is <c>bearer</c>.</summary>
    public string TokenType { get; }

    /// <summary>Gets what the token is good for.</summary>
    public string? Scope { get; }

    /// <summary>Gets when the token ends.</summary>
    public DateTimeOffset? ExpiresAt { get; }
}
