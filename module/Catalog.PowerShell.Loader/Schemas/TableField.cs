namespace Catalog;

/// <summary>A column, or a field inside a nested type.</summary>
public sealed class TableField
{
    internal TableField(string name, TableType type, bool required)
    {
        Name = name;
        Type = type;
        Required = required;
    }

    /// <summary>Gets the id, which stays with the field when it is renamed; nothing while none is given.</summary>
    public int? Id { get; internal init; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the type.</summary>
    public TableType Type { get; }

    /// <summary>Gets a value indicating whether the field is never null.</summary>
    public bool Required { get; }

    /// <summary>Gets what the field is for.</summary>
    public string? Doc { get; internal init; }

    /// <summary>Gets the value that rows written before the field was added read as (format version 3).</summary>
    public object? InitialDefault { get; internal init; }

    /// <summary>Gets the value that writers put where none is given (format version 3).</summary>
    public object? WriteDefault { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {(Required ? "required " : string.Empty)}{Type}";
}
