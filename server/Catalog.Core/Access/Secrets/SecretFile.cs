using System.Security.Cryptography;
using Catalog.Storage;

namespace Catalog.Core.Access;

/// <summary>A file that only its owner may read, made once whoever comes first.</summary>
public static class SecretFile
{
    /// <summary>Makes the file, whole and durable, unless it is there; exactly one of several makers is answered true.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> bytes) => PrivateFile.TryCreate(path, bytes);

    /// <summary>Reads the file; makes it with <paramref name="length"/> random bytes when it is absent.</summary>
    /// <exception cref="InvalidDataException">The file has another length: it is not ours, or torn.</exception>
    internal static byte[] GetOrCreate(string path, int length)
    {
        if (!File.Exists(path))
        {
            _ = TryCreate(path, RandomNumberGenerator.GetBytes(length));
        }

        byte[] bytes = File.ReadAllBytes(path);
        return bytes.Length == length
            ? bytes
            : throw new InvalidDataException($"{path} has {bytes.Length} bytes instead of {length}; restore it from a backup.");
    }
}
