using System.Globalization;

namespace Catalog.Core;

/// <summary>How metadata files are named: <c>00001-&lt;uuid&gt;.metadata.json</c>, packed ones <c>….gz.metadata.json</c>.</summary>
internal static class MetadataFileName
{
    private const string Ending = ".metadata.json";
    private const string PackedEnding = ".gz.metadata.json";
    private const int UuidLength = 36;

    /// <summary>The name of the version that follows.</summary>
    public static string Next(string? previousLocation, Guid uuid, bool packed)
    {
        int version = previousLocation is null ? 0 : VersionOf(previousLocation) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{version:D5}-{uuid}{(packed ? PackedEnding : Ending)}");
    }

    /// <summary>Whether a file's name is one that <see cref="Next"/> gives.</summary>
    public static bool IsOurs(ReadOnlySpan<char> fileName)
    {
        int dash = fileName.IndexOf('-');
        if (dash < 5 || fileName[..dash].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        ReadOnlySpan<char> rest = fileName[(dash + 1)..];
        return rest.Length > UuidLength && Guid.TryParseExact(rest[..UuidLength], "D", out _) && rest[UuidLength..] is Ending or PackedEnding;
    }

    // As Iceberg's own catalogs read it; -1 when the name has no number.
    private static int VersionOf(string location)
    {
        ReadOnlySpan<char> name = location.AsSpan(location.LastIndexOf('/') + 1);
        if (name.StartsWith('v'))
        {
            name = name[1..];
        }

        int end = name.IndexOfAny('-', '.');
        return end > 0 && int.TryParse(name[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version < int.MaxValue ? version : -1;
    }
}
