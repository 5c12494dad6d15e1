using System.Runtime.InteropServices;
using System.Text;

namespace Catalog.Storage;

/// <summary>
/// Asks the file system whether something is there, at the cost of one system call: every load of a table asks it, and
/// <see cref="File.Exists"/> spends more on the path's form than the kernel on the answer.
/// </summary>
internal static partial class FilePresence
{
    private const int StackBytes = 512;
    private const int ExistsMode = 0;

    public static bool Check(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path);
        }

        int most = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        bytes[Encoding.UTF8.GetBytes(path, bytes)] = 0;
        return Access(ref MemoryMarshal.GetReference(bytes), ExistsMode) == 0;
    }

    [LibraryImport("libc", EntryPoint = "access")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(ref byte path, int mode);
}
