using System.Collections.Concurrent;

namespace Catalog.Core;

/// <summary>
/// Contents of metadata files by location, bounded by weight. Two generations: what is asked for moves to the young one;
/// when that is full the old one is dropped. A hit takes no lock.
/// </summary>
internal sealed class MetadataCache(CatalogOptions options)
{
    private readonly long _half = Math.Max(1, options.MetadataCacheBytes / 2);
    private readonly object _turnGate = new();
    private ConcurrentDictionary<string, StoredMetadata> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, StoredMetadata> _old = new(StringComparer.Ordinal);
    private long _weight;

    public StoredMetadata? Find(string location)
    {
        if (_young.TryGetValue(location, out StoredMetadata? found))
        {
            return found;
        }

        if (_old.TryRemove(location, out found))
        {
            Add(found);
            return found;
        }

        return null;
    }

    public void Add(StoredMetadata metadata)
    {
        // What would fill a generation alone would push out everything else.
        if (metadata.Weight > _half / 2 || !_young.TryAdd(metadata.Location, metadata))
        {
            return;
        }

        if (Interlocked.Add(ref _weight, metadata.Weight) > _half)
        {
            Turn();
        }
    }

    /// <summary>Drops a version that a commit has replaced: its readers are about to ask for the new one.</summary>
    public void Remove(string location)
    {
        if (_young.TryRemove(location, out StoredMetadata? removed))
        {
            Interlocked.Add(ref _weight, -removed.Weight);
        }

        _old.TryRemove(location, out _);
    }

    private void Turn()
    {
        lock (_turnGate)
        {
            if (Interlocked.Read(ref _weight) <= _half)
            {
                return;
            }

            _old = _young;
            _young = new ConcurrentDictionary<string, StoredMetadata>(StringComparer.Ordinal);
            Interlocked.Exchange(ref _weight, 0);
        }
    }
}
