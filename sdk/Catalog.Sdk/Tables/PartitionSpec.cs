namespace Catalog.Sdk.Tables;

/// <summary>How a table splits its data files into partitions.</summary>
public sealed record PartitionSpec : IcebergObject
{
    /// <summary>The id of the spec within the table; the server assigns it when it is absent.</summary>
    public long? SpecId { get; init; }

    /// <summary>The partition fields in order; empty for an unpartitioned table.</summary>
    public IReadOnlyList<PartitionField> Fields { get; init => field = value ?? []; } = [];
}
