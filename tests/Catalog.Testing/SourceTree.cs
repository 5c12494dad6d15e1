namespace Catalog.Testing;

/// <summary>Where things are in the checkout that the running tests were built from.</summary>
public static class SourceTree
{
    /// <summary>The folder that holds <c>Catalog.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary><c>Debug</c> or <c>Release</c>, as the running tests were built.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    /// <summary>The server's assembly, built in the same configuration as the tests.</summary>
    public static string ServerAssembly { get; } =
        Path.Combine(Root, "server", "Catalog.Server", "bin", Configuration, "net10.0", "Catalog.Server.dll");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Catalog.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Catalog.sln above {AppContext.BaseDirectory}.");
    }
}
