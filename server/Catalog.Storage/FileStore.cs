using Microsoft.Win32.SafeHandles;

namespace Catalog.Storage;

/// <summary>The object store on local files. Files are written once and never changed.</summary>
public static class FileStore
{
    /// <summary>Whether a file exists.</summary>
    public static bool Exists(FileLocation location) => FilePresence.Check(location.Path);

    /// <summary>Whether a folder exists.</summary>
    public static bool FolderExists(FileLocation location) => Directory.Exists(location.Path);

    /// <summary>Makes a folder and those above it.</summary>
    public static void CreateFolder(FileLocation location) => Directory.CreateDirectory(location.Path);

    /// <summary>
    /// Writes a new file. It is there for every process at once, but survives a power cut only after
    /// <see cref="DurableFiles.Sync"/>.
    /// </summary>
    /// <exception cref="IOException">The file exists, or cannot be written; then nothing is left of it.</exception>
    public static void Create(FileLocation location, ReadOnlySpan<byte> bytes)
    {
        if (!NewFile.TryWrite(location.Path, bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(location.Path)!);
            if (!NewFile.TryWrite(location.Path, bytes))
            {
                throw new DirectoryNotFoundException($"The folder of {location.Canonical} cannot be made");
            }
        }
    }

    /// <summary>
    /// Gives a damaged or lost file its bytes back, durably. In place: two servers that start together write the same, and
    /// one that is cut short leaves the file to the next start and nothing beside it.
    /// </summary>
    public static void Restore(FileLocation location, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(location.Path)!);
        using (SafeFileHandle handle = File.OpenHandle(location.Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            RandomAccess.Write(handle, bytes, 0);
            RandomAccess.SetLength(handle, bytes.Length);
        }

        DurableFiles.Sync([location]);
    }

    /// <summary>A file's bytes; null when there is no such file.</summary>
    /// <exception cref="FileTooLargeException">It has more than <paramref name="maxBytes"/>.</exception>
    public static byte[]? Read(FileLocation location, long maxBytes)
    {
        try
        {
            using SafeFileHandle handle = OpenExisting(location.Path);
            long length = RandomAccess.GetLength(handle);
            if (length > maxBytes)
            {
                throw new FileTooLargeException(location.Canonical, maxBytes);
            }

            byte[] bytes = new byte[length];
            int read = 0;
            while (read < bytes.Length)
            {
                int count = RandomAccess.Read(handle, bytes.AsSpan(read), read);
                if (count == 0)
                {
                    return bytes[..read];
                }

                read += count;
            }

            return bytes;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens a file to read it from its start; null when there is no such file.</summary>
    public static Stream? OpenRead(FileLocation location)
    {
        try
        {
            return new FileStream(OpenExisting(location.Path), FileAccess.Read);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes a file if it is there.</summary>
    public static void Delete(FileLocation location)
    {
        try
        {
            File.Delete(location.Path);
        }
        catch (DirectoryNotFoundException)
        {
            // Then the file is gone as well.
        }
    }

    /// <summary>The files below a folder, at any depth; links to folders are not followed.</summary>
    public static IEnumerable<StoredFile> List(FileLocation folder)
    {
        if (!Directory.Exists(folder.Path))
        {
            yield break;
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        foreach (FileSystemInfo entry in new DirectoryInfo(folder.Path).EnumerateFileSystemInfos("*", options))
        {
            if (entry is FileInfo file && FileLocation.TryParse("file://" + file.FullName, out FileLocation location, out _))
            {
                yield return new StoredFile(location, file.LastWriteTimeUtc);
            }
        }
    }

    /// <summary>The files in a folder, not below it.</summary>
    public static IEnumerable<StoredFile> ListFolder(FileLocation folder)
    {
        if (!Directory.Exists(folder.Path))
        {
            yield break;
        }

        foreach (FileInfo file in new DirectoryInfo(folder.Path).EnumerateFiles())
        {
            if (FileLocation.TryParse("file://" + file.FullName, out FileLocation location, out _))
            {
                yield return new StoredFile(location, file.LastWriteTimeUtc);
            }
        }
    }

    /// <summary>
    /// Removes a folder and the folders below it as far as they are empty. A file that is in one keeps it and those above.
    /// </summary>
    public static void RemoveEmptyFolders(FileLocation folder)
    {
        var directory = new DirectoryInfo(folder.Path);
        if (!directory.Exists || directory.LinkTarget is not null)
        {
            return;
        }

        foreach (DirectoryInfo child in directory.EnumerateDirectories())
        {
            RemoveEmptyFolders(FileLocation.OfPath(child.FullName));
        }

        try
        {
            directory.Delete();
        }
        catch (IOException)
        {
            // Not empty: the system call refuses, so nothing can be lost between a look and the removal.
        }
    }

    /// <summary>Where a path really leads, every link on the way followed.</summary>
    public static FileLocation Resolve(FileLocation location) => FileLocation.OfPath(RealPath.Of(location.Path));

    // Shared in every way: this saves the advisory lock that .NET takes otherwise.
    private static SafeFileHandle OpenExisting(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
