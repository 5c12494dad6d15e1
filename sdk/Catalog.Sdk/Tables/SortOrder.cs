namespace Catalog.Sdk.Tables;

/// <summary>The order in which writers sort the rows of a data file.</summary>
public sealed record SortOrder : IcebergObject
{
    /// <summary>The id of the order within the table; 0 is always the unsorted order.</summary>
    public long? OrderId { get; init; }

    /// <summary>The sort fields in order; empty for an unsorted table.</summary>
    public IReadOnlyList<SortField> Fields { get; init => field = value ?? []; } = [];
}
