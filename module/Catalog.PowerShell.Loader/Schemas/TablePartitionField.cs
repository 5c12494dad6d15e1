namespace Catalog;

/// <summary>One field of a partition spec.</summary>
public sealed class TablePartitionField
{
    internal TablePartitionField(string name, string transform)
    {
        Name = name;
        Transform = transform;
    }

    /// <summary>Gets the column's name, when it is known.</summary>
    public string? Source { get; internal init; }

    /// <summary>Gets the column's id, when it is known.</summary>
    public int? SourceId { get; internal init; }

    /// <summary>Gets the partition field's own id.</summary>
    public int? FieldId { get; internal init; }

    /// <summary>Gets the partition field's name.</summary>
    public string Name { get; }

    /// <summary>Gets how the column's value becomes the partition's, for example <c>day</c> or <c>bucket[16]</c>.</summary>
    public string Transform { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Transform}({Source ?? SourceId?.ToString() ?? "?"}) as {Name}";
}
