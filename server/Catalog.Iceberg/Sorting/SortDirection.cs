namespace Catalog.Iceberg.Sorting;

/// <summary>The direction of a sort.</summary>
public enum SortDirection
{
    /// <summary>Lowest first.</summary>
    Ascending,

    /// <summary>Highest first.</summary>
    Descending,
}
