using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.OAuth;

/// <summary>The form of a token request: each parameter at most once, and an empty one is none.</summary>
internal sealed class TokenForm
{
    /// <summary>The most bytes that a form may have: tokens are about 500.</summary>
    public const int MostBytes = 32 * 1024;

    private const int MostParameters = 32;
    private readonly Dictionary<string, StringValues> _values;

    private TokenForm(Dictionary<string, StringValues> values) => _values = values;

    public string? GrantType => Get("grant_type");

    public string? ClientId => Get("client_id");

    public string? ClientSecret => Get("client_secret");

    public string? SubjectToken => Get("subject_token");

    public string? SubjectTokenType => Get("subject_token_type");

    public static TokenForm Read(ReadOnlySpan<byte> body)
    {
        try
        {
            using FormReader reader = new(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body))
            {
                ValueCountLimit = MostParameters,
                KeyLengthLimit = 128,
                ValueLengthLimit = MostBytes,
            };
            return new TokenForm(reader.ReadForm());
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            throw OAuthException.InvalidRequest("The form cannot be read, or is too large.");
        }
    }

    private string? Get(string name)
    {
        if (!_values.TryGetValue(name, out StringValues values))
        {
            return null;
        }

        return values.Count == 1
            ? values.ToString() is { Length: > 0 } value ? value : null
            : throw OAuthException.InvalidRequest($"The parameter {name} is given more than once.");
    }
}
