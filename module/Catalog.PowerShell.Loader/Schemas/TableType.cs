using System.ComponentModel;

namespace Catalog;

/// <summary>The type of a column: a primitive such as <c>long</c> or <c>decimal(10,2)</c>, a struct, a list or a map.</summary>
/// <remarks>As text: <c>list&lt;string&gt;</c>, <c>map&lt;string, long&gt;</c>, <c>struct&lt;a: int, b: required date&gt;</c>.</remarks>
[TypeConverter(typeof(TableTypeConverter))]
public sealed class TableType : IEquatable<TableType>
{
    internal TableType(string name, params TableField[] fields)
    {
        Name = name;
        Fields = fields;
    }

    /// <summary>Gets the name of the type; <c>struct</c>, <c>list</c> or <c>map</c> when it is nested.</summary>
    public string Name { get; }

    /// <summary>Gets the fields of a struct, the <c>element</c> of a list, or the <c>key</c> and <c>value</c> of a map.</summary>
    public IReadOnlyList<TableField> Fields { get; }

    /// <summary>Reads a type from text.</summary>
    /// <param name="text">A primitive's name, or a nested type in angle brackets.</param>
    /// <returns>The type.</returns>
    public static TableType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TableTypeReader.Read(text);
    }

    /// <inheritdoc />
    public override string ToString() => Name switch
    {
        "struct" => $"struct<{string.Join(", ", Fields.Select(f => $"{f.Name}: {Mark(f)}{f.Type}"))}>",
        "list" => $"list<{Mark(Fields[0])}{Fields[0].Type}>",
        "map" => $"map<{Fields[0].Type}, {Mark(Fields[1])}{Fields[1].Type}>",
        _ => Name,
    };

    /// <inheritdoc />
    public bool Equals(TableType? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TableType type ? Equals(type) : obj is string text && ToString() == text;

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    private static string Mark(TableField field) => field.Required ? "required " : string.Empty;
}
