using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Storage;

/// <summary>Makes files durable that were written without fsync.</summary>
public static partial class DurableFiles
{
    private const int FewFiles = 4;
    private const int StatBytes = 256;

    /// <summary>
    /// Returns when the files, and the folders that name them, are on the disk. Files that are gone by now are passed over.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="newFolders">Whether their folders, and those above, may be new themselves.</param>
    /// <remarks>
    /// A few files are synced one by one, each with its folder; many through one <c>syncfs</c> for their file system, whose
    /// cost does not grow with their number.
    /// </remarks>
    public static void Sync(IReadOnlyCollection<FileLocation> files, bool newFolders = true)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!OperatingSystem.IsLinux())
        {
            SyncEach(files, newFolders);
            return;
        }

        var byDevice = new Dictionary<ulong, List<FileLocation>>();
        foreach (FileLocation file in files)
        {
            using SafeFileHandle? handle = Open(file.Path);
            if (handle is null)
            {
                continue;
            }

            if (Device(handle) is not { } device)
            {
                SyncEach([file], newFolders);
                continue;
            }

            if (!byDevice.TryGetValue(device, out List<FileLocation>? group))
            {
                byDevice.Add(device, group = []);
            }

            group.Add(file);
        }

        foreach (List<FileLocation> group in byDevice.Values)
        {
            if (group.Count <= FewFiles || !SyncFileSystem(group))
            {
                SyncEach(group, newFolders);
            }
        }
    }

    /// <summary>Makes a folder, and those above it, durable.</summary>
    public static void SyncFolder(FileLocation folder) => SyncFolders(folder.Path, above: true);

    private static bool SyncFileSystem(List<FileLocation> group)
    {
        foreach (FileLocation file in group)
        {
            using SafeFileHandle? handle = Open(file.Path);
            if (handle is not null)
            {
                return SyncFs(handle) == 0;
            }
        }

        return true;
    }

    private static void SyncEach(IReadOnlyCollection<FileLocation> files, bool newFolders)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileLocation file in files)
        {
            using SafeFileHandle? handle = Open(file.Path);
            if (handle is not null)
            {
                RandomAccess.FlushToDisk(handle);
                folders.Add(Path.GetDirectoryName(file.Path)!);
            }
        }

        foreach (string folder in folders)
        {
            SyncFolders(folder, newFolders);
        }
    }

    private static void SyncFolders(string folder, bool above)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A new folder's own name is as young as the file's, and so on upwards.
        for (string? each = folder; each is { Length: > 1 }; each = above ? Path.GetDirectoryName(each) : null)
        {
            using SafeFileHandle? handle = OpenFolder(each);
            if (handle is not null && FSync(handle) != 0)
            {
                throw new IOException($"fsync of {each} failed with error {Marshal.GetLastPInvokeError()}");
            }
        }
    }

    private static SafeFileHandle? Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static SafeFileHandle? OpenFolder(string path)
    {
        // File.OpenHandle refuses folders; 0 is O_RDONLY everywhere.
        SafeFileHandle handle = OpenRaw(path, 0);
        if (!handle.IsInvalid)
        {
            return handle;
        }

        handle.Dispose();
        return null;
    }

    private static unsafe ulong? Device(SafeFileHandle handle)
    {
        // struct stat begins with st_dev, eight bytes, on 64-bit Linux.
        byte* stat = stackalloc byte[StatBytes];
        try
        {
            return Environment.Is64BitProcess && FStat(handle, stat) == 0 ? *(ulong*)stat : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFs(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fstat", SetLastError = true)]
    private static unsafe partial int FStat(SafeFileHandle file, byte* stat);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenRaw(string path, int flags);
}
