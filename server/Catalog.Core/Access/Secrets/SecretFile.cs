using System.Security.Cryptography;
using Catalog.Storage;

namespace Catalog.Core.Access;

/// <summary>A file of random bytes that only its owner may read, made once whoever comes first.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the file; makes it with <paramref name="length"/> random bytes when it is absent.</summary>
    /// <exception cref="InvalidDataException">The file has another length: it is not ours, or torn.</exception>
    public static byte[] GetOrCreate(string path, int length)
    {
        if (!File.Exists(path))
        {
            Create(path, RandomNumberGenerator.GetBytes(length));
        }

        byte[] bytes = File.ReadAllBytes(path);
        return bytes.Length == length
            ? bytes
            : throw new InvalidDataException($"{path} has {bytes.Length} bytes instead of {length}; restore it from a backup.");
    }

    // Whole under another name first, then linked to its own: nobody reads half of it, and of two makers one wins.
    private static void Create(string path, byte[] bytes)
    {
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (FileStream file = new(draft, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);

            // What is hashed or signed with it is worth nothing without it: its name must outlive a power cut too.
            DurableFiles.Sync([FileLocation.OfPath(path)]);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
