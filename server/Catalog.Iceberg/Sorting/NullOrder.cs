namespace Catalog.Iceberg.Sorting;

/// <summary>Where nulls stand in a sort.</summary>
public enum NullOrder
{
    /// <summary>Before every value.</summary>
    NullsFirst,

    /// <summary>After every value.</summary>
    NullsLast,
}
