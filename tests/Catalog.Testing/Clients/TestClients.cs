using System.Diagnostics;

namespace Catalog.Testing.Clients;

/// <summary>
/// The folder of real clients and helper programs that the tests may use: <c>CATALOG_TEST_CLIENTS</c>, else
/// <c>shared/clients</c> beside the checkout. It holds <c>wheels/</c> and <c>bin/</c>.
/// </summary>
public static class TestClients
{
    private static readonly Lock Gate = new();

    /// <summary>The folder, or nothing.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why a test that needs the folder is skipped.</summary>
    public static string Reason =>
        "No test clients: set CATALOG_TEST_CLIENTS to a folder with wheels/ and bin/, or put them into ../shared/clients beside the checkout.";

    /// <summary>Where the tests keep what they unpack or install: <c>artifacts/test-clients</c>, made on demand.</summary>
    public static string Cache { get; } = Directory.CreateDirectory(Path.Combine(SourceTree.Root, "artifacts", "test-clients")).FullName;

    /// <summary>The path of one of the programs in <c>bin/</c>, unpacked; nothing when it is not there or not for this machine.</summary>
    public static string? Program(string name)
    {
        string packed = Path.Combine(Folder ?? "", "bin", name + ".xz");
        if (Folder is null || !File.Exists(packed) || !OperatingSystem.IsLinux())
        {
            return null;
        }

        lock (Gate)
        {
            string program = Path.Combine(Cache, name);
            return File.Exists(program) || Unpack(packed, program) ? program : null;
        }
    }

    private static bool Unpack(string packed, string program)
    {
        string partial = $"{program}.{Guid.NewGuid():N}";
        const string Script = "import lzma,shutil,sys;shutil.copyfileobj(lzma.open(sys.argv[1]),open(sys.argv[2],'wb'))";
        try
        {
            using Process unpacking = Process.Start(new ProcessStartInfo("python3", ["-c", Script, packed, partial]))!;
            unpacking.WaitForExit();
            if (unpacking.ExitCode != 0)
            {
                return false;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }

        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        File.Move(partial, program, overwrite: true);
        return true;
    }

    private static string? Find()
    {
        string? given = Environment.GetEnvironmentVariable("CATALOG_TEST_CLIENTS");
        string folder = string.IsNullOrEmpty(given) ? Path.Combine(SourceTree.Root, "..", "shared", "clients") : given;
        return Directory.Exists(Path.Combine(folder, "wheels")) ? Path.GetFullPath(folder) : null;
    }
}
