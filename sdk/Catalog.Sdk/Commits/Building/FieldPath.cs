namespace Catalog.Sdk.Commits;

/// <summary>
/// Reads the path of a column: names between dots, from the outermost field inwards. Lists continue with <c>element</c>,
/// maps with <c>key</c> or <c>value</c>. A dot within a name is written <c>\.</c>, a backslash <c>\\</c>.
/// </summary>
internal static class FieldPath
{
    public static IReadOnlyList<string> Parse(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<string> names = NamespaceName.Split(path);
        return names.Contains("") ? throw new ArgumentException($"'{path}' is no path of a column: a name in it is empty.", nameof(path)) : names;
    }
}
