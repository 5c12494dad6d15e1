namespace Catalog;

/// <summary>The primitive types of the table format.</summary>
internal static class TableTypeNames
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "boolean", "int", "long", "float", "double", "date", "time", "timestamp", "timestamptz", "timestamp_ns", "timestamptz_ns",
        "string", "uuid", "binary", "variant", "unknown", "geometry", "geography",
    };

    /// <summary>Gets one example of each type, for completion.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "string", "long", "int", "double", "float", "boolean", "date", "timestamp", "timestamptz", "time", "decimal(10,2)", "uuid", "binary", "fixed[16]",
        "timestamp_ns", "timestamptz_ns", "variant", "list<string>", "map<string, string>", "struct<a: int>",
    ];

    /// <summary>Says whether a primitive type is one that the format has.</summary>
    public static bool IsKnown(string name, string arguments) => name switch
    {
        "decimal" => arguments.StartsWith('('),
        "fixed" => arguments.StartsWith('['),
        "geometry" or "geography" => arguments.Length == 0 || arguments.StartsWith('('),
        _ => arguments.Length == 0 && Plain.Contains(name),
    };
}
