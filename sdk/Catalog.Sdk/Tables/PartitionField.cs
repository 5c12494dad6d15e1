namespace Catalog.Sdk.Tables;

/// <summary>One field of a partition spec: a transform of a source column.</summary>
public sealed record PartitionField : IcebergObject
{
    /// <summary>The id of the source column.</summary>
    public required long SourceId { get; init; }

    /// <summary>The id of the partition field (1000 and above); the server assigns it when it is absent.</summary>
    public long? FieldId { get; init; }

    /// <summary>The name of the partition field, unique within the spec.</summary>
    public required string Name { get; init; }

    /// <summary>The transform: <c>identity</c>, <c>year</c>, <c>month</c>, <c>day</c>, <c>hour</c>, <c>bucket[N]</c>, <c>truncate[W]</c> or <c>void</c>.</summary>
    public required string Transform { get; init; }
}
