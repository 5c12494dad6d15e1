using System.Net.Http.Headers;

namespace Catalog.Sdk.Telemetry;

/// <summary>Copies headers for people to read, without the secrets.</summary>
internal static class HeaderMask
{
    private static readonly string[] Secret =
        ["Authorization", "Original-Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Amz-Security-Token", "X-Api-Key"];

    public static Dictionary<string, string> Copy(HttpHeaders? headers, HttpHeaders? contentHeaders)
    {
        Dictionary<string, string> copy = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, HeaderStringValues values) in Concat(headers, contentHeaders))
        {
            copy[name] = Secret.Contains(name, StringComparer.OrdinalIgnoreCase) ? "***" : values.ToString();
        }

        return copy;
    }

    private static IEnumerable<KeyValuePair<string, HeaderStringValues>> Concat(HttpHeaders? first, HttpHeaders? second) =>
        (first?.NonValidated ?? default).Concat(second?.NonValidated ?? default);
}
