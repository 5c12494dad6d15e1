using System.Globalization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The changes of type that keep data files readable (Iceberg spec, "Schema Evolution").</summary>
internal static class TypePromotion
{
    public static bool IsAllowed(IcebergType from, IcebergType to, int formatVersion)
    {
        if (from is not PrimitiveType { Name: var old } || to is not PrimitiveType { Name: var target })
        {
            return false;
        }

        return (old, target) switch
        {
            _ when old == target => true,
            ("int", "long") or ("float", "double") => true,
            ("date", "timestamp" or "timestamp_ns") or ("unknown", _) => formatVersion >= 3,
            _ => Decimal(old) is { } narrow && Decimal(target) is { } wide && wide.Scale == narrow.Scale && wide.Precision > narrow.Precision && wide.Precision <= 38,
        };
    }

    private static (int Precision, int Scale)? Decimal(string name)
    {
        if (!name.StartsWith("decimal(", StringComparison.Ordinal) || !name.EndsWith(')'))
        {
            return null;
        }

        string[] parts = name[8..^1].Split(',', StringSplitOptions.TrimEntries);
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, null, out int precision)
            && int.TryParse(parts[1], NumberStyles.None, null, out int scale)
            ? (precision, scale)
            : null;
    }
}
