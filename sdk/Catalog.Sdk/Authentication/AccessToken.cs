namespace Catalog.Sdk.Authentication;

/// <summary>A token to be sent as <c>Authorization: Bearer</c>.</summary>
/// <param name="Value">The token. Secret.</param>
/// <param name="ExpiresAt">When it expires; null when that is not known.</param>
/// <param name="Scope">The scope that was granted; null when the server did not say.</param>
public sealed record AccessToken(string Value, DateTimeOffset? ExpiresAt = null, string? Scope = null)
{
    /// <summary>Says when the token expires, and not what it is.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => ExpiresAt is { } expiry ? $"Access token until {expiry:O}" : "Access token";
}
