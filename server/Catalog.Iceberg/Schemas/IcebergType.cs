namespace Catalog.Iceberg.Schemas;

/// <summary>A type of the table format.</summary>
public abstract class IcebergType
{
    private protected IcebergType()
    {
    }

    /// <summary>Says whether values of this type are single values, so that they can be partitioned and sorted by.</summary>
    public virtual bool IsPrimitive => false;

    /// <summary>Says whether two types are the same, down to ids, names, docs and defaults.</summary>
    /// <param name="other">The type to compare with.</param>
    public abstract bool SameAs(IcebergType other);
}
