using System.Runtime.InteropServices;

namespace Catalog.Storage;

/// <summary>Makes files that only their owner may read: whole or not at all, once, durably.</summary>
public static partial class PrivateFile
{
    private const int FileExists = 17;

    /// <summary>
    /// Makes the file unless it is there. Of several makers, in this process or others, exactly one is answered true, and
    /// nobody ever reads a part of it or another one's bytes after its own.
    /// </summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> bytes)
    {
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (FileStream file = new(draft, options))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (!TryName(draft, path))
            {
                return false;
            }
        }
        finally
        {
            File.Delete(draft);
        }

        DurableFiles.Sync([FileLocation.OfPath(path)]);
        return true;
    }

    private static bool TryName(string draft, string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            // File.Move looks first whether the name is free and then renames over whatever has come meanwhile.
            if (Link(draft, path) == 0)
            {
                return true;
            }

            if (Marshal.GetLastPInvokeError() == FileExists)
            {
                return false;
            }

            // A file system without hard links: then the small gap has to do.
        }

        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Link(string existing, string name);
}
