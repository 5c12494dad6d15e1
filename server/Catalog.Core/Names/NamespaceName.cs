using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Catalog.Core;

/// <summary>A namespace's name: one level or more, kept byte for byte. Equal when every level is.</summary>
public sealed class NamespaceName : IEquatable<NamespaceName>
{
    /// <summary>Stands between the levels in <see cref="Key"/>; no level holds it.</summary>
    public const char Separator = '\u001F';

    private NamespaceName(ImmutableArray<string> levels, string key)
    {
        Levels = levels;
        Key = key;
    }

    /// <summary>The levels, outermost first.</summary>
    public ImmutableArray<string> Levels { get; }

    /// <summary>The levels joined by <see cref="Separator"/>: the form the database keeps.</summary>
    public string Key { get; }

    /// <summary>The namespace this one lies in; null at the top.</summary>
    public NamespaceName? Parent => Levels.Length == 1 ? null : Of(Levels[..^1]);

    /// <summary>Makes a name of its levels.</summary>
    /// <exception cref="InvalidRequestException">There is no level, or a level is empty or holds the separator.</exception>
    public static NamespaceName Of(params IEnumerable<string> levels)
    {
        ImmutableArray<string> all = [.. levels];
        if (all.IsEmpty)
        {
            throw new InvalidRequestException("A namespace needs at least one level", "namespace");
        }

        foreach (string level in all)
        {
            if (string.IsNullOrEmpty(level) || level.Contains(Separator))
            {
                throw new InvalidRequestException("A namespace level must not be empty or hold U+001F", "namespace");
            }
        }

        return new NamespaceName(all, all.Length == 1 ? all[0] : string.Join(Separator, all));
    }

    /// <summary>Reads the form that <see cref="Key"/> has.</summary>
    public static NamespaceName FromKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new NamespaceName([.. key.Split(Separator)], key);
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] NamespaceName? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NamespaceName);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The levels joined by dots, for messages.</summary>
    public override string ToString() => Levels.Length == 1 ? Key : string.Join('.', Levels);
}
