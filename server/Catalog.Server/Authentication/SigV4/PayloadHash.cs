using System.Security.Cryptography;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>The hash of the body that a request claims, in the forms in which clients write it.</summary>
internal readonly struct PayloadHash
{
    private PayloadHash(string? asSent, string hex, byte[]? hash)
    {
        AsSent = asSent;
        Hex = hex;
        Hash = hash;
    }

    /// <summary>What an empty body has.</summary>
    public static PayloadHash Empty { get; } = Of([]);

    /// <summary>What the header said; null when there was none.</summary>
    public string? AsSent { get; }

    /// <summary>The last line of the canonical request as the standard has it.</summary>
    public string Hex { get; }

    /// <summary>The 32 bytes; null when the payload is not signed.</summary>
    public byte[]? Hash { get; }

    public static PayloadHash Of(ReadOnlySpan<byte> body)
    {
        byte[] hash = SHA256.HashData(body);
        return new(null, Convert.ToHexStringLower(hash), hash);
    }

    /// <summary>Reads the claim: 64 hexadecimal digits, base64 (Java), or a name for an unsigned payload.</summary>
    public static PayloadHash Parse(string text, bool allowUnsigned)
    {
        if (text == Unsigned)
        {
            return allowUnsigned
                ? new(text, text, null)
                : throw new SignatureException("The payload is not signed (UNSIGNED-PAYLOAD); its hash is required.");
        }

        if (text.StartsWith("STREAMING-", StringComparison.Ordinal))
        {
            throw new SignatureException("A payload signed in chunks is not supported; the hash of the whole body is required.");
        }

        byte[] hash = new byte[SHA256.HashSizeInBytes];
        bool isHash = text.Length == 2 * SHA256.HashSizeInBytes
            ? Convert.FromHexString(text, hash, out _, out _) == System.Buffers.OperationStatus.Done
            : text.Length == 44 && Convert.TryFromBase64String(text, hash, out int length) && length == hash.Length;
        return isHash
            ? new(text, Convert.ToHexStringLower(hash), hash)
            : throw new SignatureException("X-Amz-Content-SHA256 is not a SHA-256 hash in hexadecimal or base64.");
    }

    /// <summary>What a presigned S3 link may have been made with: nothing known of a payload, or this one.</summary>
    public static PayloadHash OfS3Link(ReadOnlySpan<byte> body)
    {
        PayloadHash known = Of(body);
        return new(Unsigned, known.Hex, known.Hash);
    }

    /// <summary>Whether <paramref name="body"/> is the one that was signed.</summary>
    public bool Matches(ReadOnlySpan<byte> body)
    {
        if (Hash is null)
        {
            return true;
        }

        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, actual);
        return CryptographicOperations.FixedTimeEquals(actual, Hash);
    }

    private const string Unsigned = "UNSIGNED-PAYLOAD";
}
