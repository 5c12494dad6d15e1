using System.Security.Cryptography;
using System.Text;

namespace Catalog.Core.Access;

/// <summary>
/// Hashes credentials under the pepper, a random key in the data folder (<c>keys/pepper</c>): the database alone, stolen,
/// lets nobody test guesses.
/// </summary>
public sealed class CredentialHasher
{
    private const int StackBytes = 1024;
    private readonly byte[] _pepper;

    /// <summary>Reads the pepper of the data folder; makes it when there is none.</summary>
    public CredentialHasher(CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _pepper = SecretFile.GetOrCreate(Path.Combine(KeyFolder.In(options.DataPath), "pepper"), CredentialHash.Size);
    }

    /// <summary>The credential's hash.</summary>
    public CredentialHash Hash(ReadOnlySpan<char> credential)
    {
        int length = Encoding.UTF8.GetByteCount(credential);
        Span<byte> bytes = length <= StackBytes ? stackalloc byte[StackBytes] : new byte[length];
        bytes = bytes[..Encoding.UTF8.GetBytes(credential, bytes)];
        Span<byte> hash = stackalloc byte[CredentialHash.Size];
        HMACSHA256.HashData(_pepper, bytes, hash);
        CryptographicOperations.ZeroMemory(bytes);
        return new CredentialHash(hash);
    }
}
