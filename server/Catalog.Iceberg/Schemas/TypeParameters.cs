using System.Text.RegularExpressions;

namespace Catalog.Iceberg.Schemas;

/// <summary>Reads the types that carry parameters.</summary>
internal static partial class TypeParameters
{
    private const string DefaultReferenceSystem = "OGC:CRS84";
    private static readonly string[] EdgeAlgorithms = ["spherical", "vincenty", "thomas", "andoyer", "karney"];

    public static bool TryFixed(string text, out int length)
    {
        Match match = Fixed().Match(text);
        length = 0;
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, out length);
    }

    public static bool TryDecimal(string text, out int precision, out int scale)
    {
        Match match = Decimal().Match(text);
        precision = scale = 0;
        return match.Success
            && int.TryParse(match.Groups[1].ValueSpan, out precision)
            && int.TryParse(match.Groups[2].ValueSpan, out scale)
            && precision is > 0 and <= 38
            && scale <= precision;
    }

    public static bool TryGeometry(string text, out string? name)
    {
        Match match = Geometry().Match(text);
        name = ReferenceSystem(match) is { } crs ? $"geometry({crs})" : null;
        return match.Success;
    }

    public static bool TryGeography(string text, out string? name)
    {
        name = null;
        Match match = Geography().Match(text);
        if (!match.Success)
        {
            return false;
        }

        string? algorithm = match.Groups[2].Success ? match.Groups[2].Value.ToLowerInvariant() : null;
        if (algorithm is not null && !EdgeAlgorithms.Contains(algorithm))
        {
            return false;
        }

        // The default system and algorithm may be written or left out: both mean the same type.
        string? crs = ReferenceSystem(match);
        if (algorithm is not null and not "spherical")
        {
            name = $"geography({crs ?? DefaultReferenceSystem}, {algorithm})";
        }
        else if (crs is not null)
        {
            name = $"geography({crs})";
        }

        return true;
    }

    private static string? ReferenceSystem(Match match)
    {
        string crs = match.Groups[1].Value;
        return crs.Length == 0 || crs.Equals(DefaultReferenceSystem, StringComparison.OrdinalIgnoreCase) ? null : crs;
    }

    [GeneratedRegex(@"^fixed\[\s*([0-9]{1,9})\s*\]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fixed();

    [GeneratedRegex(@"^decimal\(\s*([0-9]{1,9})\s*,\s*([0-9]{1,9})\s*\)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^geometry\s*\(\s*([^)]*?)\s*\)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Geometry();

    [GeneratedRegex(@"^geography\s*\(\s*([^,)]*?)\s*(?:,\s*(\w+)\s*)?\)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Geography();
}
