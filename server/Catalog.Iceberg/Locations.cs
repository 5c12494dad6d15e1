namespace Catalog.Iceberg;

/// <summary>Table locations as the metadata holds them.</summary>
internal static class Locations
{
    public static string WithoutTrailingSlash(string location)
    {
        string stripped = location.TrimEnd('/');

        // "file:///" and the like are roots, not a name with a slash behind it.
        return stripped.Length == 0 || stripped.EndsWith(':') ? location : stripped;
    }
}
