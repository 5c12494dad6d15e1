namespace Catalog;

/// <summary>One field of a sort order.</summary>
public sealed class TableSortField
{
    internal TableSortField(string transform, string direction, string nullOrder)
    {
        Transform = transform;
        Direction = direction;
        NullOrder = nullOrder;
    }

    /// <summary>Gets the column's name, when it is known.</summary>
    public string? Source { get; internal init; }

    /// <summary>Gets the column's id, when it is known.</summary>
    public int? SourceId { get; internal init; }

    /// <summary>Gets what is done to the column's value before it is sorted, mostly <c>identity</c>.</summary>
    public string Transform { get; }

    /// <summary>Gets <c>asc</c> or <c>desc</c>.</summary>
    public string Direction { get; }

    /// <summary>Gets <c>nulls-first</c> or <c>nulls-last</c>.</summary>
    public string NullOrder { get; }

    /// <inheritdoc />
    public override string ToString()
    {
        string source = Source ?? SourceId?.ToString() ?? "?";
        return $"{(Transform == "identity" ? source : $"{Transform}({source})")} {Direction} {NullOrder}";
    }
}
