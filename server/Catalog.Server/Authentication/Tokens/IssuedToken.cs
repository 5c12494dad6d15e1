namespace Catalog.Server.Authentication.Tokens;

/// <summary>A token that was just made.</summary>
internal readonly record struct IssuedToken(string Text, TimeSpan Lifetime);
