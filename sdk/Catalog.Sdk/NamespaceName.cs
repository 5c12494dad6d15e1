using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk;

/// <summary>The name of a namespace: one or more levels, each kept exactly as given.</summary>
/// <remarks>As text the levels stand between dots; a dot or backslash within a level is written with a backslash before it.</remarks>
[JsonConverter(typeof(NamespaceNameConverter))]
public sealed class NamespaceName : IEquatable<NamespaceName>
{
    private const char Separator = '\u001F';

    /// <summary>Makes a name of its levels.</summary>
    /// <param name="levels">The levels, outermost first.</param>
    /// <exception cref="ArgumentException">There is no level, or one is empty, <c>.</c>, <c>..</c>, or holds the separator U+001F.</exception>
    public NamespaceName(params IEnumerable<string> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Levels = [.. levels];
        if (Levels.IsEmpty)
        {
            throw new ArgumentException("A namespace has at least one level.", nameof(levels));
        }

        foreach (string level in Levels)
        {
            PathValue.Check(level, nameof(levels));
        }
    }

    /// <summary>The levels, outermost first.</summary>
    public ImmutableArray<string> Levels { get; }

    /// <summary>The namespace that holds this one; null for one of a single level.</summary>
    public NamespaceName? Parent => Levels.Length > 1 ? new NamespaceName(Levels[..^1]) : null;

    /// <summary>The levels joined as paths and queries carry them, not yet escaped.</summary>
    internal string Joined => string.Join(Separator, Levels);

    /// <summary>Reads a name from text, such as <c>sales.europe</c>.</summary>
    /// <param name="text">The levels between dots; <c>\.</c> is a dot within a level, <c>\\</c> a backslash.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">As in the constructor.</exception>
    public static NamespaceName Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new NamespaceName(Split(text));
    }

    /// <summary>Takes text for a name, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator NamespaceName(string text) => Parse(text);

    /// <inheritdoc/>
    public bool Equals(NamespaceName? other) => other is not null && Levels.SequenceEqual(other.Levels, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamespaceName);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Joined, StringComparison.Ordinal);

    /// <summary>The levels between dots, with dots and backslashes within a level escaped.</summary>
    /// <returns>Text that <see cref="Parse"/> reads back to an equal name.</returns>
    public override string ToString() =>
        string.Join('.', Levels.Select(l => l.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(".", @"\.", StringComparison.Ordinal)));

    /// <summary>Cuts text at its unescaped dots.</summary>
    internal static List<string> Split(string text)
    {
        List<string> levels = [];
        var level = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '.' or '\\')
            {
                level.Append(text[++i]);
            }
            else if (text[i] == '.')
            {
                levels.Add(level.ToString());
                level.Clear();
            }
            else
            {
                level.Append(text[i]);
            }
        }

        levels.Add(level.ToString());
        return levels;
    }
}
