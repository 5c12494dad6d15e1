using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Catalog.Iceberg.Json;

/// <summary>An immutable map in the order of its JSON object, each entry with its bytes.</summary>
internal sealed class NamedMap<T> : IReadOnlyDictionary<string, T>
{
    public static readonly NamedMap<T> Empty = new([]);

    private const int Small = 8;

    private readonly Entry[] _entries;
    private Dictionary<string, int>? _index;

    private NamedMap(Entry[] entries) => _entries = entries;

    /// <summary>A name, its value, and both as a JSON member.</summary>
    public readonly record struct Entry(string Name, T Value, ReadOnlyMemory<byte> Member);

    public int Count => _entries.Length;

    public IEnumerable<string> Keys => _entries.Select(entry => entry.Name);

    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    public T this[string key] => TryGetValue(key, out T? value) ? value : throw new KeyNotFoundException(key);

    public static NamedMap<T> Of(IReadOnlyCollection<Entry> entries) => entries.Count == 0 ? Empty : new([.. entries]);

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        int index = IndexOf(key);
        value = index < 0 ? default : _entries[index].Value;
        return index >= 0;
    }

    /// <summary>A copy to change; <see cref="Of"/> of its values is the changed map.</summary>
    public OrderedDictionary<string, Entry> ToMutable()
    {
        var copy = new OrderedDictionary<string, Entry>(_entries.Length + 4, StringComparer.Ordinal);
        foreach (Entry entry in _entries)
        {
            copy[entry.Name] = entry;
        }

        return copy;
    }

    public void WriteTo(DocumentWriter writer)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (i > 0)
            {
                writer.Raw(","u8);
            }

            writer.Segment(_entries[i].Member);
        }
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        foreach (Entry entry in _entries)
        {
            yield return new KeyValuePair<string, T>(entry.Name, entry.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key)
    {
        if (_entries.Length > Small)
        {
            Dictionary<string, int> index = _index ??= MakeIndex();
            return index.TryGetValue(key, out int found) ? found : -1;
        }

        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Name == key)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(_entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < _entries.Length; i++)
        {
            index[_entries[i].Name] = i;
        }

        return index;
    }
}
