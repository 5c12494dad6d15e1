using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Catalog.Benchmarks.Limits;

/// <summary>
/// The limit of a design that syncs each metadata file by itself: sixteen threads, each with a folder of its own, that
/// write 3 kB to a new file, fsync the file and then its folder.
/// </summary>
internal static partial class BareFiles
{
    private const int ReadOnly = 0;

    public static double Run(string folder, int threads, TimeSpan time)
    {
        long written = 0;
        byte[] content = new byte[3 * 1024];
        Random.Shared.NextBytes(content);
        long started = Stopwatch.GetTimestamp();
        Thread[] running = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            string own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
            for (int i = 0; Stopwatch.GetElapsedTime(started) < time; i++)
            {
                using (FileStream file = new(Path.Combine(own, $"{i:00000}.metadata.json"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
                {
                    file.Write(content);
                    file.Flush(flushToDisk: true);
                }

                SyncFolder(own);
                Interlocked.Increment(ref written);
            }

            Directory.Delete(own, recursive: true);
        }))];
        foreach (Thread thread in running)
        {
            thread.Start();
        }

        Thread.Sleep(time);
        double rate = Interlocked.Read(ref written) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (Thread thread in running)
        {
            thread.Join();
        }

        return rate;
    }

    private static void SyncFolder(string folder)
    {
        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0 || Sync(descriptor) != 0)
        {
            throw new IOException($"Cannot sync {folder}: error {Marshal.GetLastPInvokeError()}.");
        }

        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
