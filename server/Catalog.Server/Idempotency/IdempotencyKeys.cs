using System.Security.Cryptography;
using System.Text;
using Catalog.Core;
using Catalog.Server.Requests;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Idempotency;

/// <summary>What a request says about being sent twice.</summary>
internal static class IdempotencyKeys
{
    public const string HeaderName = "Idempotency-Key";

    /// <summary>The request's key; null when it has none.</summary>
    public static Guid? Of(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(HeaderName, out StringValues values))
        {
            return null;
        }

        return values.Count == 1 && Guid.TryParseExact(values[0], "D", out Guid key)
            ? key
            : throw new InvalidRequestException($"{HeaderName} must be one UUID", HeaderName);
    }

    /// <summary>A hash of method, path with query, and body. What a presigned link adds differs each time and is left out.</summary>
    public static byte[] Fingerprint(CatalogCall call, ReadOnlySpan<byte> body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, call.Context.Request.Method);
        Append(hash, call.Target.Path);
        foreach (Range part in call.Target.Query.Split('&'))
        {
            ReadOnlySpan<char> parameter = call.Target.Query[part].TrimStart('?');
            if (!parameter.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
            {
                Append(hash, parameter);
            }
        }

        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length) + 1];
        int count = Encoding.UTF8.GetBytes(text, bytes);
        // The zero that follows is the end mark: "ab" + "c" is not "a" + "bc".
        hash.AppendData(bytes, 0, count + 1);
    }
}
