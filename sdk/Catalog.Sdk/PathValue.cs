namespace Catalog.Sdk;

/// <summary>Refuses what would leave its place in a URL: an empty value and dot segments walk up the path.</summary>
internal static class PathValue
{
    public static string Check(string? value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        return value is "" or "." or ".." || value.Contains('\u001F', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{value}' cannot be a name: empty names, '.', '..' and the separator U+001F have no place in a URL.", parameter)
            : value;
    }
}
