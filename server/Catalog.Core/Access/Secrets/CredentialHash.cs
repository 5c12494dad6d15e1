using System.Runtime.InteropServices;

namespace Catalog.Core.Access;

/// <summary>The HMAC-SHA256 of a credential under the server's pepper: what is stored and remembered in its place.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct CredentialHash : IEquatable<CredentialHash>
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Takes the 32 bytes.</summary>
    public CredentialHash(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (_a, _b, _c, _d) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes) => MemoryMarshal.Write(bytes, in this);

    /// <inheritdoc/>
    public bool Equals(CredentialHash other) => ((_a ^ other._a) | (_b ^ other._b) | (_c ^ other._c) | (_d ^ other._d)) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CredentialHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _a.GetHashCode();

    /// <summary>Whether two hashes are the same.</summary>
    public static bool operator ==(CredentialHash left, CredentialHash right) => left.Equals(right);

    /// <summary>Whether two hashes differ.</summary>
    public static bool operator !=(CredentialHash left, CredentialHash right) => !left.Equals(right);
}
