namespace Catalog;

/// <summary>The order in which writers sort rows.</summary>
public sealed class TableSortOrder
{
    internal TableSortOrder(IReadOnlyList<TableSortField> fields) => Fields = fields;

    /// <summary>Gets the order's id within its table.</summary>
    public int? OrderId { get; internal init; }

    /// <summary>Gets the fields, the most important first; none for an unsorted table.</summary>
    public IReadOnlyList<TableSortField> Fields { get; }

    /// <summary>Gets the server's own bytes for this order.</summary>
    internal string? RawJson { get; init; }

    /// <inheritdoc />
    public override string ToString() => Fields.Count == 0 ? "unsorted" : string.Join(", ", Fields);
}
