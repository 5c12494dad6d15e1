namespace Catalog.Iceberg;

/// <summary>Property names that stand for other parts of the metadata and are never stored as properties.</summary>
public static class ReservedProperties
{
    /// <summary>Picks the format version when a table is made.</summary>
    public const string FormatVersion = "format-version";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        FormatVersion, "uuid", "snapshot-count", "current-snapshot-id", "current-snapshot-summary",
        "current-snapshot-timestamp-ms", "current-schema", "default-partition-spec", "default-sort-order",
    };

    /// <summary>Says whether a property is reserved.</summary>
    /// <param name="name">The name of the property.</param>
    public static bool Contains(string name) => Names.Contains(name);
}
