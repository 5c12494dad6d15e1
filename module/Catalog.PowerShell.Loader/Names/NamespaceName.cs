using System.ComponentModel;
using System.Text;

namespace Catalog;

/// <summary>The name of a namespace: one or more levels.</summary>
/// <remarks>
/// As text the levels are joined by dots, and a dot or a backslash inside a level is written after a backslash:
/// <c>a\.b.c</c> has the two levels <c>a.b</c> and <c>c</c>. An array gives the levels as they are.
/// </remarks>
[TypeConverter(typeof(NamespaceNameConverter))]
public sealed class NamespaceName : IEquatable<NamespaceName>
{
    private readonly string[] _levels;

    /// <summary>Initializes a new instance of the <see cref="NamespaceName"/> class from its levels.</summary>
    /// <param name="levels">The levels, outermost first, as they are.</param>
    public NamespaceName(params string[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        if (levels.Length == 0 || Array.Exists(levels, string.IsNullOrEmpty))
        {
            throw new ArgumentException("A namespace has at least one level, and no level is empty.", nameof(levels));
        }

        _levels = [.. levels];
    }

    /// <summary>Gets the levels, outermost first.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>Gets the text this was read from, when it was text: it may be meant as a pattern.</summary>
    internal string? Pattern { get; private init; }

    /// <summary>Gets one level.</summary>
    /// <param name="index">Its place, from 0.</param>
    public string this[int index] => _levels[index];

    /// <summary>Reads a name from text.</summary>
    /// <param name="text">The levels, joined by dots.</param>
    /// <returns>The name.</returns>
    public static NamespaceName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NamespaceName([.. Split(text)]) { Pattern = text };
    }

    /// <inheritdoc />
    public override string ToString() => string.Join('.', _levels.Select(Escape));

    /// <inheritdoc />
    public bool Equals(NamespaceName? other) => other is not null && _levels.AsSpan().SequenceEqual(other._levels);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj switch
    {
        NamespaceName name => Equals(name),
        string text => text.Length > 0 && ToString() == text,
        _ => false,
    };

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    internal static IEnumerable<string> Split(string text)
    {
        StringBuilder level = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '.' or '\\')
            {
                level.Append(text[++i]);
            }
            else if (text[i] == '.')
            {
                yield return level.ToString();
                level.Clear();
            }
            else
            {
                level.Append(text[i]);
            }
        }

        yield return level.ToString();
    }

    private static string Escape(string level)
        => level.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(".", @"\.", StringComparison.Ordinal);
}
