using System.Security.Cryptography;
using System.Text;
using Catalog.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Catalog.Core.Access;

/// <summary>
/// Encrypts with ASP.NET data protection; its key ring lies in the data folder (<c>keys/</c>), so that every server on
/// that folder reads what another one wrote. Nothing is loaded before the first secret is needed.
/// </summary>
internal sealed class DataProtectionSecretProtector(CatalogOptions options) : ISecretProtector
{
    private const string Purpose = "Catalog.AccessKeys.v1";
    private readonly Lock _gate = new();
    private volatile IDataProtector? _protector;

    public byte[] Protect(string secret) => Current().Protect(Encoding.UTF8.GetBytes(secret));

    public string Unprotect(byte[] sealedSecret)
    {
        IDataProtector protector = Current();
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            // A ring that was read is kept for a day; another process may have added a key since.
            _protector = null;
            return Encoding.UTF8.GetString(Current().Unprotect(sealedSecret));
        }
    }

    private IDataProtector Current()
    {
        if (_protector is { } open)
        {
            return open;
        }

        lock (_gate)
        {
            return _protector ??= Open(options.DataPath);
        }
    }

    private static IDataProtector Open(string dataPath)
    {
        string folder = KeyFolder.In(dataPath);
        IDataProtectionProvider provider = DataProtectionProvider.Create(new DirectoryInfo(folder), static builder => builder.SetApplicationName("Catalog"));
        IDataProtector protector = provider.CreateProtector(Purpose);
        if (Keys(folder).Length == 0)
        {
            MakeFirstKey(folder, protector);
        }

        return protector;
    }

    // Of two servers that start on an empty folder one makes the ring's first key, and the other waits to read it.
    private static void MakeFirstKey(string folder, IDataProtector protector)
    {
        using FileStream turn = TakeTurn(Path.Combine(folder, "ring.lock"));
        _ = protector.Protect([]);
        string[] keys = Keys(folder);
        if (!OperatingSystem.IsWindows())
        {
            foreach (string key in keys)
            {
                File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        // Data protection does not sync them, and the first secret that needs them is about to be committed.
        DurableFiles.Sync([.. keys.Select(FileLocation.OfPath)]);
    }

    private static string[] Keys(string folder) => Directory.GetFiles(folder, "key-*.xml");

    private static FileStream TakeTurn(string path)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 1000)
            {
                Thread.Sleep(10);
            }
        }
    }
}
