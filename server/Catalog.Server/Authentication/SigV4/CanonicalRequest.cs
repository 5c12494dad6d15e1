using System.Security.Cryptography;
using System.Text;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>The text over which a signature is made, and its signature.</summary>
internal static class CanonicalRequest
{
    private const int StackBytes = 1024;

    /// <summary>Whether the claim's signature is that of the request in <paramref name="form"/>, made with <paramref name="signingKey"/>.</summary>
    public static bool IsSignedWith(
        ReadOnlySpan<byte> signingKey, in SignedRequest request, SignatureClaim claim, in CanonicalForm form)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Utf8Buffer toSign = new(stackalloc byte[256]);
        Utf8Buffer canonical = new(stackalloc byte[StackBytes]);
        try
        {
            Write(ref canonical, request, claim, form);
            toSign.Append("AWS4-HMAC-SHA256\n"u8);
            toSign.Append(claim.Timestamp);
            toSign.Append((byte)'\n');
            toSign.Append(claim.Date);
            toSign.Append((byte)'/');
            toSign.Append(claim.Region);
            toSign.Append((byte)'/');
            toSign.Append(claim.Service);
            toSign.Append("/aws4_request\n"u8);
            AppendHash(ref toSign, canonical.Written);
            HMACSHA256.HashData(signingKey, toSign.Written, signature);
            return CryptographicOperations.FixedTimeEquals(signature, claim.Signature);
        }
        finally
        {
            canonical.Dispose();
            toSign.Dispose();
        }
    }

    private static void Write(ref Utf8Buffer buffer, in SignedRequest request, SignatureClaim claim, in CanonicalForm form)
    {
        buffer.Append(request.Method);
        buffer.Append((byte)'\n');
        AppendPath(ref buffer, request.Path.Span, form.DoubleEncodedPath);
        buffer.Append((byte)'\n');
        CanonicalQuery.AppendAsSent(ref buffer, form.Query.Span);
        buffer.Append((byte)'\n');
        CanonicalHeaders.Append(ref buffer, request.Headers, claim.SignedHeaders);
        buffer.Append((byte)'\n');
        buffer.Append(claim.SignedHeaders);
        buffer.Append((byte)'\n');
        buffer.Append(form.PayloadHash);
    }

    private static void AppendPath(ref Utf8Buffer buffer, ReadOnlySpan<char> path, bool encodeAgain)
    {
        if (path.IsEmpty)
        {
            buffer.Append((byte)'/');
            return;
        }

        if (!encodeAgain)
        {
            buffer.Append(path);
            return;
        }

        Span<byte> stack = stackalloc byte[StackBytes];
        int bytes = Encoding.UTF8.GetByteCount(path);
        Span<byte> utf8 = bytes <= stack.Length ? stack[..bytes] : new byte[bytes];
        Encoding.UTF8.GetBytes(path, utf8);
        buffer.AppendEncoded(utf8, keepSlashes: true);
    }

    private static void AppendHash(ref Utf8Buffer buffer, ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        Span<byte> hex = stackalloc byte[SHA256.HashSizeInBytes * 2];
        Convert.TryToHexStringLower(hash, hex, out _);
        buffer.Append(hex);
    }
}
