using System.Globalization;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>The two ways in which a signed request says its time.</summary>
internal static class SigV4Timestamp
{
    private const string Basic = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads <c>X-Amz-Date</c>: ISO 8601 basic and nothing else.</summary>
    public static bool TryParse(string value, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(value, Basic, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <summary>Reads <c>Date</c>: an HTTP date (also with <c>-0000</c> for GMT, as botocore writes it) or ISO 8601 basic.</summary>
    public static bool TryParseDateHeader(string value, out DateTimeOffset time)
    {
        if (TryParse(value, out time))
        {
            return true;
        }

        foreach (string zone in (ReadOnlySpan<string>)[" -0000", " +0000"])
        {
            if (value.EndsWith(zone, StringComparison.Ordinal))
            {
                value = string.Concat(value.AsSpan(0, value.Length - zone.Length), " GMT");
            }
        }

        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    /// <summary>The form that goes into the string to sign.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Basic, CultureInfo.InvariantCulture);
}
