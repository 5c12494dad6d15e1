using System.Collections;

namespace Catalog.Iceberg.Json;

/// <summary>
/// A persistent list of elements: appending shares the storage of the list it came from, and the serialized form
/// of a prefix is remembered, so that a commit to a table with many snapshots copies bytes and nothing else.
/// </summary>
internal sealed class ElementList<T> : IReadOnlyList<T>
    where T : class, IElement
{
    public static readonly ElementList<T> Empty = new(new Storage(0), 0, 0, null);

    private readonly Storage _storage;
    private readonly int _start;
    private Prefix? _prefix;

    private ElementList(Storage storage, int start, int count, Prefix? prefix)
    {
        _storage = storage;
        _start = start;
        Count = count;
        _prefix = prefix;
    }

    public int Count { get; }

    public T this[int index] => (uint)index < (uint)Count
        ? _storage.Items[_start + index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Gets the elements.</summary>
    public ReadOnlySpan<T> Items => _storage.Items.AsSpan(_start, Count);

    /// <summary>Gets the keys of the elements, in the same order.</summary>
    public ReadOnlySpan<long> Keys => _storage.Keys.AsSpan(_start, Count);

    public static ElementList<T> Of(List<T> items, ReadOnlyMemory<byte> serialized = default)
    {
        if (items.Count == 0)
        {
            return Empty;
        }

        var storage = new Storage(items.Count) { Used = items.Count };
        long bytes = items.Count - 1;
        for (int i = 0; i < items.Count; i++)
        {
            storage.Items[i] = items[i];
            storage.Keys[i] = items[i].Key;
            bytes += items[i].Json.Length;
        }

        // Only a prefix whose separators are single commas can later be cut by the lengths of its elements.
        Prefix? prefix = serialized.Length == bytes ? new Prefix(serialized, items.Count) : null;
        return new ElementList<T>(storage, 0, items.Count, prefix);
    }

    public T? Find(long key)
    {
        int index = Keys.LastIndexOf(key);
        return index < 0 ? null : this[index];
    }

    public bool Contains(long key) => Keys.Contains(key);

    public ElementList<T> Append(T item)
    {
        Storage storage = _storage;
        int end = _start + Count;
        // Two commits may start from one list: only the first may use the free slot behind it.
        if (end >= storage.Items.Length || Interlocked.CompareExchange(ref storage.Used, end + 1, end) != end)
        {
            storage = new Storage(Math.Max(4, Count + (Count / 2) + 1)) { Used = Count + 1 };
            Items.CopyTo(storage.Items);
            Keys.CopyTo(storage.Keys);
            storage.Items[Count] = item;
            storage.Keys[Count] = item.Key;
            return new ElementList<T>(storage, 0, Count + 1, _prefix);
        }

        storage.Items[end] = item;
        storage.Keys[end] = item.Key;
        return new ElementList<T>(storage, _start, Count + 1, _prefix);
    }

    public ElementList<T> SkipFirst(int skipped)
    {
        if (skipped <= 0)
        {
            return this;
        }

        if (skipped >= Count)
        {
            return Empty;
        }

        Prefix? prefix = null;
        if (_prefix is { } old && old.Count > skipped)
        {
            int cut = skipped;
            for (int i = 0; i < skipped; i++)
            {
                cut += this[i].Json.Length;
            }

            prefix = new Prefix(old.Bytes[cut..], old.Count - skipped);
        }

        return new ElementList<T>(_storage, _start + skipped, Count - skipped, prefix);
    }

    public ElementList<T> Where(Func<T, bool> keep)
    {
        var kept = new List<T>(Count);
        foreach (T item in Items)
        {
            if (keep(item))
            {
                kept.Add(item);
            }
        }

        return kept.Count == Count ? this : Of(kept);
    }

    /// <summary>Writes the elements, separated by commas, and remembers where they stand once the document is made.</summary>
    public void WriteTo(DocumentWriter writer)
    {
        int written = 0;
        if (_prefix is { } prefix)
        {
            writer.Segment(prefix.Bytes);
            written = prefix.Count;
        }

        for (int i = written; i < Count; i++)
        {
            if (i > 0)
            {
                writer.Raw(","u8);
            }

            writer.Segment(this[i].Json);
        }
    }

    public void Remember(ReadOnlyMemory<byte> serialized)
    {
        if (Count > 1)
        {
            _prefix = new Prefix(serialized, Count);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Storage(int capacity)
    {
        public readonly T[] Items = new T[capacity];
        public readonly long[] Keys = new long[capacity];
        public int Used;
    }

    private sealed record Prefix(ReadOnlyMemory<byte> Bytes, int Count);
}
