using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Gives field ids in the order of the Iceberg spec: all fields of a struct, then what is within each.</summary>
internal sealed class FieldIds(long lastId)
{
    public long Last { get; private set; } = lastId;

    public long Next() => ++Last;

    /// <summary>The type with ids of its own for everything in it.</summary>
    public IcebergType Assign(IcebergType type)
    {
        switch (type)
        {
            case StructType structure:
                NestedField[] numbered = [.. structure.Fields.Select(f => f with { Id = Next() })];
                return new StructType([.. numbered.Select(f => f with { Type = Assign(f.Type) })]);
            case ListType list:
                long element = Next();
                return list with { ElementId = element, Element = Assign(list.Element) };
            case MapType map:
                long key = Next();
                long value = Next();
                return map with { KeyId = key, Key = Assign(map.Key), ValueId = value, Value = Assign(map.Value) };
            default:
                return type;
        }
    }
}
