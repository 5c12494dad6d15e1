namespace Catalog.Iceberg.Schemas;

/// <summary>A struct: named fields.</summary>
public sealed class StructType : IcebergType
{
    internal StructType(IReadOnlyList<NestedField> fields) => Fields = fields;

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<NestedField> Fields { get; }

    /// <inheritdoc />
    public override bool SameAs(IcebergType other)
    {
        if (other is not StructType that || that.Fields.Count != Fields.Count)
        {
            return false;
        }

        for (int i = 0; i < Fields.Count; i++)
        {
            if (!Fields[i].SameAs(that.Fields[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"struct<{string.Join(", ", Fields)}>";
}
