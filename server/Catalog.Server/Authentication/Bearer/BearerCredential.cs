using Catalog.Core;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.Bearer;

/// <summary>Reads the credential out of the Authorization header.</summary>
internal static class BearerCredential
{
    private const string Scheme = "Bearer ";
    private const int Longest = 8192;

    /// <summary>The key or token that the header carries.</summary>
    /// <exception cref="NotAuthenticatedException">There is none, more than one, or something else.</exception>
    public static string Read(StringValues authorization)
    {
        if (authorization.Count != 1)
        {
            throw new NotAuthenticatedException(authorization.Count == 0
                ? "Credentials are missing: send 'Authorization: Bearer' with an API key or a token."
                : "The request has more than one Authorization header.");
        }

        string value = authorization.ToString();
        if (!value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new NotAuthenticatedException("The Authorization header is not of the scheme Bearer.");
        }

        string credential = value[Scheme.Length..].Trim();
        return credential.Length is > 0 and <= Longest && !credential.Contains(' ', StringComparison.Ordinal)
            ? credential
            : throw new NotAuthenticatedException("The bearer credential is empty or malformed.");
    }
}
