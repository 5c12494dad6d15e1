namespace Catalog.Sdk.Tables;

/// <summary>One field of a sort order: a transform of a source column, a direction, and the place of nulls.</summary>
public sealed record SortField : IcebergObject
{
    /// <summary>The id of the source column.</summary>
    public required long SourceId { get; init; }

    /// <summary>The transform, as in <see cref="PartitionField.Transform"/>.</summary>
    public required string Transform { get; init; }

    /// <summary>The direction: <c>asc</c> or <c>desc</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>Where nulls go: <c>nulls-first</c> or <c>nulls-last</c>.</summary>
    public required string NullOrder { get; init; }
}
