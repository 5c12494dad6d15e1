using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Catalog.Testing.Rest;

/// <summary>
/// Signs requests as the non-S3 clients do (AWS Signature Version 4, the encoded path encoded once more). Written
/// from the signature's description and independent of the server's verifier, which it is there to try.
/// </summary>
public sealed class SigV4Signer(string accessKey, string secretKey, string region = "us-east-1", string service = "s3tables")
{
    private const string SignedHeaders = "host;x-amz-content-sha256;x-amz-date";
    private readonly Lock _gate = new();
    private (string Day, byte[] Key) _derived = ("", []);

    /// <summary>The three headers of a signed request, for a raw target as it goes on the wire.</summary>
    public (string Date, string ContentHash, string Authorization) Sign(
        string method, string host, string rawTarget, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        string date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string day = date[..8];
        string hash = Convert.ToHexStringLower(SHA256.HashData(body));
        int question = rawTarget.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? rawTarget : rawTarget[..question];
        string query = question < 0 ? "" : CanonicalQuery(rawTarget[(question + 1)..]);
        string canonical =
            $"{method}\n{CanonicalPath(path)}\n{query}\nhost:{host}\nx-amz-content-sha256:{hash}\nx-amz-date:{date}\n\n{SignedHeaders}\n{hash}";
        string scope = $"{day}/{region}/{service}/aws4_request";
        string toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Key(day), Encoding.UTF8.GetBytes(toSign)));
        return (date, hash, $"AWS4-HMAC-SHA256 Credential={accessKey}/{scope}, SignedHeaders={SignedHeaders}, Signature={signature}");
    }

    private byte[] Key(string day)
    {
        lock (_gate)
        {
            if (_derived.Day != day)
            {
                byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secretKey), Encoding.UTF8.GetBytes(day));
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region));
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service));
                _derived = (day, HMACSHA256.HashData(key, "aws4_request"u8));
            }

            return _derived.Key;
        }
    }

    private static string CanonicalPath(string path) => string.Join('/', path.Split('/').Select(Encode));

    private static string CanonicalQuery(string query) =>
        string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Encode(Uri.UnescapeDataString(pair[0])), Value: pair.Length > 1 ? Encode(Uri.UnescapeDataString(pair[1])) : ""))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Encode(string text)
    {
        StringBuilder encoded = new();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return encoded.ToString();
    }
}
