namespace Catalog;

/// <summary>The columns of a table.</summary>
public sealed class TableSchema
{
    internal TableSchema(IReadOnlyList<TableField> fields) => Fields = fields;

    /// <summary>Gets the schema's id within its table; nothing while none is given.</summary>
    public int? SchemaId { get; internal init; }

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<TableField> Fields { get; }

    /// <summary>Gets the ids of the columns that identify a row.</summary>
    public IReadOnlyList<int> IdentifierFieldIds { get; internal init; } = [];

    /// <summary>Gets the names of the columns that shall identify a row, while they have no ids.</summary>
    internal IReadOnlyList<string> IdentifierNames { get; init; } = [];

    /// <summary>Gets the server's own bytes for this schema, so that it is sent back with nothing lost.</summary>
    internal string? RawJson { get; init; }

    /// <summary>Finds a field by its name; dots lead into nested fields.</summary>
    /// <param name="name">For example <c>address.street</c>.</param>
    /// <returns>The field, or nothing.</returns>
    public TableField? FindField(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(Fields, name);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Fields);

    private static TableField? Find(IReadOnlyList<TableField> fields, string name)
    {
        // A name may itself hold dots, so every field that the name begins with is tried.
        foreach (TableField field in fields)
        {
            if (field.Name == name)
            {
                return field;
            }

            if (name.StartsWith(field.Name + ".", StringComparison.Ordinal)
                && Find(field.Type.Fields, name[(field.Name.Length + 1)..]) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
