namespace Catalog.Core.Access;

/// <summary>Files of 32 random bytes in the data folder's <c>keys</c>, for the server's own user alone.</summary>
public static class KeyFiles
{
    private const int Length = 32;

    /// <summary>The bytes of a key file, which is made when it is absent. Of several makers one wins; all get its bytes.</summary>
    public static byte[] GetOrCreate(string dataPath, string name) =>
        SecretFile.GetOrCreate(Path.Combine(KeyFolder.In(dataPath), name), Length);

    /// <summary>The names of the key files that match a pattern.</summary>
    public static IEnumerable<string> List(string dataPath, string pattern) =>
        Directory.EnumerateFiles(KeyFolder.In(dataPath), pattern).Select(static path => Path.GetFileName(path));
}
