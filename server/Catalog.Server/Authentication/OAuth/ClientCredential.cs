using System.Text;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.OAuth;

/// <summary>Finds the API key in a token request: clients put it in three places.</summary>
internal static class ClientCredential
{
    private const string Basic = "Basic ";

    /// <summary>
    /// The key: <c>client_secret</c> of the form, the password of Basic, or <c>client_id</c> (Basic's user) alone. Beside a
    /// secret the client id may be anything. Null when there is none.
    /// </summary>
    /// <exception cref="OAuthException">The two places name different keys, or Basic is malformed.</exception>
    public static string? Find(TokenForm form, StringValues authorization)
    {
        string? fromForm = form.ClientSecret ?? form.ClientId;
        string? fromHeader = OfBasic(authorization);

        // A form that names the client only, beside Basic, is no second credential.
        if (fromHeader is not null && form.ClientSecret is not null && fromHeader != fromForm)
        {
            throw OAuthException.InvalidRequest("The form and the Authorization header carry different credentials.");
        }

        return fromHeader ?? fromForm;
    }

    // Other schemes are not for this endpoint: Java sends its old token as Bearer along.
    private static string? OfBasic(StringValues authorization)
    {
        foreach (string? value in authorization)
        {
            if (value is null || !value.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (authorization.Count > 1)
            {
                throw OAuthException.InvalidRequest("The request has more than one Authorization header.");
            }

            byte[] decoded = new byte[value.Length];
            if (!Convert.TryFromBase64String(value[Basic.Length..].Trim(), decoded, out int length))
            {
                throw OAuthException.InvalidClient("The Basic credentials are not base64.");
            }

            string pair = Encoding.UTF8.GetString(decoded, 0, length);
            int colon = pair.IndexOf(':', StringComparison.Ordinal);
            string user = colon < 0 ? pair : pair[..colon], password = colon < 0 ? "" : pair[(colon + 1)..];
            return Decode(password) is { Length: > 0 } secret ? secret : Decode(user) is { Length: > 0 } only ? only : null;
        }

        return null;
    }

    // RFC 6749 has both parts form-encoded; keys of ours read the same either way.
    private static string Decode(string part) =>
        part.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(part.Replace('+', ' ')) : part;
}
