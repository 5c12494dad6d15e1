using Catalog.Core;

namespace Catalog.Server.Hosting;

/// <summary>The folder that holds everything: database, metadata, secrets.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Table data lies in it too, and a client on this machine may run as somebody else: passing through is allowed.
    private const UnixFileMode PassingThrough =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Makes the folder, and an empty database that its owner alone may read (SQLite's other files take their rights
    /// from it). What is there already keeps its rights: they are the operator's affair.
    /// </summary>
    public static void Prepare(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, PassingThrough);
        }

        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, UnixCreateMode = OwnerOnly };
        new FileStream(Path.Combine(path, CatalogServices.DatabaseFile), options).Dispose();
    }
}
