namespace Catalog.Core.Access;

/// <summary>The folder of the data folder in which keys lie, for the server's own user alone.</summary>
internal static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string In(string dataPath)
    {
        string folder = Path.Combine(dataPath, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(dataPath);
            Directory.CreateDirectory(folder, OwnerOnly);
        }

        return folder;
    }
}
