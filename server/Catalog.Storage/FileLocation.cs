using System.Diagnostics.CodeAnalysis;

namespace Catalog.Storage;

/// <summary>
/// A URI of the file store. <c>file:/x</c> and <c>file:///x</c> are the same place; the path is taken as it stands, without
/// percent-decoding, as the file systems of Iceberg's clients do.
/// </summary>
public readonly record struct FileLocation
{
    private const string Scheme = "file:";

    private FileLocation(string path) => Path = path;

    /// <summary>The absolute path, without a slash at its end.</summary>
    public string Path { get; }

    /// <summary>The location in its one spelling, without a slash at its end.</summary>
    public string Canonical => "file://" + Path;

    /// <summary>The location of an absolute path of this machine.</summary>
    public static FileLocation OfPath(string path) => Parse("file://" + System.IO.Path.GetFullPath(path));

    /// <summary>Reads a location.</summary>
    /// <exception cref="FormatException">It is not an absolute location of the file store, or could lead astray.</exception>
    public static FileLocation Parse(string location) =>
        TryParse(location, out FileLocation parsed, out string? problem) ? parsed : throw new FormatException(problem);

    /// <summary>Reads a location that allows what lies below it; <c>file:///</c> allows every path.</summary>
    /// <exception cref="FormatException">It is not an absolute location of the file store.</exception>
    public static FileLocation ParsePrefix(string location) => location is "file:/" or "file:///" ? new FileLocation("") : Parse(location);

    /// <summary>Reads a location, or says why it cannot be one.</summary>
    public static bool TryParse(string? location, out FileLocation parsed, [NotNullWhen(false)] out string? problem)
    {
        parsed = default;
        problem = null;
        if (location is null || !location.StartsWith(Scheme, StringComparison.Ordinal))
        {
            problem = "The location must begin with 'file:'";
            return false;
        }

        string path = location[Scheme.Length..];
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            path = path[2..];
        }

        if (path.EndsWith('/'))
        {
            path = path[..^1];
        }

        problem = Problem(path);
        if (problem is not null)
        {
            return false;
        }

        parsed = new FileLocation(path);
        return true;
    }

    /// <summary>Whether this is <paramref name="folder"/> or lies below it. <c>/orders2</c> does not lie below <c>/orders</c>.</summary>
    public bool IsWithin(FileLocation folder) =>
        Path.StartsWith(folder.Path, StringComparison.Ordinal) &&
        (Path.Length == folder.Path.Length || Path[folder.Path.Length] == '/');

    private static string? Problem(string path)
    {
        if (!path.StartsWith('/') || path.Length == 1)
        {
            return "The location must hold an absolute path and no host";
        }

        foreach (char c in path)
        {
            // A query or fragment would name another file to clients that parse URIs.
            if (char.IsControl(c) || c is '\\' or '?' or '#')
            {
                return "The location must not hold control characters, '\\', '?' or '#'";
            }
        }

        ReadOnlySpan<char> inner = path.AsSpan(1);
        foreach (Range part in inner.Split('/'))
        {
            ReadOnlySpan<char> segment = inner[part];
            if (segment.Length == 0 || IsDots(segment))
            {
                return "The location must not hold empty, '.' or '..' segments";
            }

            if (segment.Contains('%') && LeadsAstray(segment))
            {
                return "The location must not hold an encoded '/', '\\', '.' or '..'";
            }
        }

        return null;
    }

    private static bool LeadsAstray(ReadOnlySpan<char> segment)
    {
        string decoded = Uri.UnescapeDataString(segment.ToString());
        return decoded.AsSpan().ContainsAny('/', '\\') || IsDots(decoded) || decoded.Any(char.IsControl);
    }

    private static bool IsDots(ReadOnlySpan<char> segment) => segment is "." or "..";
}
