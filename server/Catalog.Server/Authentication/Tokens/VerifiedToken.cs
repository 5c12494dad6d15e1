namespace Catalog.Server.Authentication.Tokens;

/// <summary>What a token of ours says. Whether it has expired is for the reader to judge.</summary>
/// <param name="ApiKeyId">The API key it was exchanged for.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record VerifiedToken(long ApiKeyId, DateTimeOffset ExpiresAt);
