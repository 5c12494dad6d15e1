namespace Catalog;

/// <summary>How a table is divided into partitions.</summary>
public sealed class TablePartitionSpec
{
    internal TablePartitionSpec(IReadOnlyList<TablePartitionField> fields) => Fields = fields;

    /// <summary>Gets the spec's id within its table.</summary>
    public int? SpecId { get; internal init; }

    /// <summary>Gets the fields; none for a table without partitions.</summary>
    public IReadOnlyList<TablePartitionField> Fields { get; }

    /// <summary>Gets the server's own bytes for this spec.</summary>
    internal string? RawJson { get; init; }

    /// <inheritdoc />
    public override string ToString() => Fields.Count == 0 ? "unpartitioned" : string.Join(", ", Fields);
}
