using Catalog.Iceberg.Json;

namespace Catalog.Iceberg;

/// <content>Table properties.</content>
public sealed partial class TableMetadataBuilder
{
    private NamedMap<string> _properties = NamedMap<string>.Empty;
    private OrderedDictionary<string, NamedMap<string>.Entry>? _changedProperties;

    internal void SetProperties(IReadOnlyDictionary<string, string> updates)
    {
        foreach ((string name, string value) in updates)
        {
            if (ReservedProperties.Contains(name) || FindProperty(name) == value)
            {
                continue;
            }

            (_changedProperties ??= _properties.ToMutable())[name] = NamedMapReader.Property(name, value);
            HasChanges = true;
        }
    }

    internal void RemoveProperties(IReadOnlyCollection<string> removals)
    {
        var found = removals.Where(name => FindProperty(name) is not null).ToHashSet(StringComparer.Ordinal);
        if (found.Count == 0)
        {
            return;
        }

        var kept = new OrderedDictionary<string, NamedMap<string>.Entry>(StringComparer.Ordinal);
        foreach ((string name, NamedMap<string>.Entry entry) in _changedProperties ?? _properties.ToMutable())
        {
            if (!found.Contains(name))
            {
                kept.Add(name, entry);
            }
        }

        _changedProperties = kept;
        HasChanges = true;
    }

    private string? FindProperty(string name)
    {
        if (_changedProperties is null)
        {
            return _properties.GetValueOrDefault(name);
        }

        return _changedProperties.TryGetValue(name, out NamedMap<string>.Entry entry) ? entry.Value : null;
    }
}
