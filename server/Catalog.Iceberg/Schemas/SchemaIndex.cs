namespace Catalog.Iceberg.Schemas;

/// <summary>The fields of a schema at any depth, by id and by full name.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<int, Entry> _byId = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    /// <summary>A field, the field it stands in, and its name with the names of those around it.</summary>
    public sealed record Entry(NestedField Field, Entry? Parent, string FullName);

    public IReadOnlyCollection<Entry> Entries => _byId.Values;

    public static SchemaIndex Of(Schema schema)
    {
        var index = new SchemaIndex();
        index.Add(schema.Structure, null);
        return index;
    }

    public Entry? Find(int id) => _byId.GetValueOrDefault(id);

    public int? IdOf(string fullName) => _byName.TryGetValue(fullName, out int id) ? id : null;

    private void Add(IcebergType type, Entry? parent)
    {
        switch (type)
        {
            case StructType structure:
                foreach (NestedField field in structure.Fields)
                {
                    Add(field, parent);
                }

                break;
            case ListType list:
                Add(list.Element, parent);
                break;
            case MapType map:
                Add(map.Key, parent);
                Add(map.Value, parent);
                break;
        }
    }

    private void Add(NestedField field, Entry? parent)
    {
        string fullName = parent is null ? field.Name : $"{parent.FullName}.{field.Name}";
        var entry = new Entry(field, parent, fullName);
        if (!_byId.TryAdd(field.Id, entry))
        {
            throw new MetadataValidationException($"Invalid schema: field id {field.Id} is used more than once", "id");
        }

        if (!_byName.TryAdd(fullName, field.Id))
        {
            throw new MetadataValidationException(
                $"Invalid schema: multiple fields for name {fullName}: {_byName[fullName]} and {field.Id}", "name");
        }

        Add(field.Type, entry);
    }
}
