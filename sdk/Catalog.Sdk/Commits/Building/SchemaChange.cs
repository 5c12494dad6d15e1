using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Changes the current schema of a table, column by column, by name. Field ids stay, new columns get new ones.</summary>
/// <remarks>
/// Columns within structs, lists and maps are named by their path: <c>address.street</c>, <c>lines.element.price</c>,
/// <c>prices.value.net</c>; <c>element</c> and <c>value</c> may be left out before a further name. A dot within a name is <c>\.</c>.
/// </remarks>
public sealed class SchemaChange
{
    private readonly TableMetadata _metadata;
    private readonly FieldIds _ids;
    private Schema _schema;

    internal SchemaChange(TableMetadata metadata)
    {
        _metadata = metadata;
        _schema = metadata.CurrentSchema;
        _ids = new FieldIds(metadata.LastColumnId);
    }

    internal Schema Result => _schema with { SchemaId = null };

    internal long LastColumnId => _ids.Last;

    /// <summary>Adds a column at the end of the table or of the struct that its path names.</summary>
    /// <param name="path">The path; its last name is the new column's.</param>
    /// <param name="type">The type; a primitive one by its name.</param>
    /// <param name="doc">A comment.</param>
    /// <param name="required">Whether the column never holds null. Only for tables without data, or with a default in version 3.</param>
    /// <returns>This change.</returns>
    /// <exception cref="ArgumentException">There is such a column, or nothing to hold it.</exception>
    public SchemaChange AddColumn(string path, IcebergType type, string? doc = null, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Edit(path, (siblings, name) =>
        {
            if (siblings.Any(f => f.Name == name))
            {
                throw new ArgumentException($"There is a column '{path}' already.", nameof(path));
            }

            siblings.Add(new NestedField { Id = _ids.Next(), Name = name, Required = required, Type = _ids.Assign(type), Doc = doc });
            return siblings;
        });
    }

    /// <summary>Renames a column.</summary>
    /// <param name="path">The path.</param>
    /// <param name="newName">The new name, without the path before it.</param>
    /// <returns>This change.</returns>
    /// <exception cref="ArgumentException">There is no such column, or one of the new name.</exception>
    public SchemaChange RenameColumn(string path, string newName)
    {
        ArgumentException.ThrowIfNullOrEmpty(newName);
        return Edit(path, (siblings, name) =>
        {
            int index = SchemaTree.IndexOf(siblings, name);
            if (siblings.Any(f => f.Name == newName && f.Name != name))
            {
                throw new ArgumentException($"There is a column '{newName}' already.", nameof(newName));
            }

            siblings[index] = siblings[index] with { Name = newName };
            return siblings;
        });
    }

    /// <summary>Drops a column, with all that is within it.</summary>
    /// <param name="path">The path.</param>
    /// <returns>This change.</returns>
    /// <exception cref="ArgumentException">There is no such column, or it identifies rows, or the default partition spec or sort order uses it.</exception>
    public SchemaChange DropColumn(string path) => Edit(path, (siblings, name) =>
    {
        NestedField field = siblings[SchemaTree.IndexOf(siblings, name)];
        if (_schema.IdentifierFieldIds?.Contains(field.Id) == true)
        {
            throw new ArgumentException($"'{path}' identifies rows: name other identifier columns first.", nameof(path));
        }

        if (_metadata.DefaultSpec?.Fields.Any(f => f.SourceId == field.Id && f.Transform != "void") == true
            || _metadata.DefaultSortOrder?.Fields.Any(f => f.SourceId == field.Id) == true)
        {
            throw new ArgumentException($"The default partition spec or sort order uses '{path}'.", nameof(path));
        }

        siblings.Remove(field);
        return siblings.Count > 0 ? siblings : throw new ArgumentException($"'{path}' is the last column.", nameof(path));
    });

    /// <summary>Widens the type of a column: <c>int</c> to <c>long</c>, <c>float</c> to <c>double</c>, a decimal to one of more digits; in version 3 also <c>date</c> to <c>timestamp</c>.</summary>
    /// <param name="path">The path, also of an element or value: <c>tags.element</c>.</param>
    /// <param name="newType">The new type.</param>
    /// <returns>This change.</returns>
    /// <exception cref="ArgumentException">There is no such column, or data files could not be read as that type.</exception>
    public SchemaChange WidenColumn(string path, IcebergType newType) => Change(path, field =>
        TypePromotion.IsAllowed(field.Type, newType, _metadata.FormatVersion)
            ? field with { Type = newType }
            : throw new ArgumentException($"'{path}' cannot be widened from {field.Type} to {newType}.", nameof(newType)));

    /// <summary>Lets a column hold null.</summary>
    /// <param name="path">The path.</param>
    /// <returns>This change.</returns>
    public SchemaChange MakeOptional(string path) => Change(path, field => field with { Required = false });

    /// <summary>Sets or, with null, removes the comment of a column.</summary>
    /// <param name="path">The path.</param>
    /// <param name="doc">The comment.</param>
    /// <returns>This change.</returns>
    public SchemaChange SetDoc(string path, string? doc) => Change(path, field => field with { Doc = doc });

    /// <summary>Moves a column to the front of its table or struct.</summary>
    /// <param name="path">The path.</param>
    /// <returns>This change.</returns>
    public SchemaChange MoveFirst(string path) => Move(path, (_, _) => 0);

    /// <summary>Moves a column to where another of the same table or struct is, before it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="other">The name of the other column, without the path before it.</param>
    /// <returns>This change.</returns>
    public SchemaChange MoveBefore(string path, string other) => Move(path, (siblings, _) => SchemaTree.IndexOf(siblings, other));

    /// <summary>Moves a column to behind another of the same table or struct.</summary>
    /// <param name="path">The path.</param>
    /// <param name="other">The name of the other column, without the path before it.</param>
    /// <returns>This change.</returns>
    public SchemaChange MoveAfter(string path, string other) => Move(path, (siblings, _) => SchemaTree.IndexOf(siblings, other) + 1);

    /// <summary>Names the columns that identify a row, in place of the ones before.</summary>
    /// <param name="columns">The paths; none for no identifier.</param>
    /// <returns>This change.</returns>
    public SchemaChange SetIdentifier(params IEnumerable<string> columns)
    {
        _schema = _schema with { IdentifierFieldIds = [.. columns.Select(path => SchemaTree.Find(_schema.Fields, FieldPath.Parse(path)).Id)] };
        return this;
    }

    private SchemaChange Move(string path, Func<IReadOnlyList<NestedField>, NestedField, int> place) => Edit(path, (siblings, name) =>
    {
        NestedField field = siblings[SchemaTree.IndexOf(siblings, name)];
        siblings.Remove(field);
        siblings.Insert(place(siblings, field), field);
        return siblings;
    });

    private SchemaChange Change(string path, Func<NestedField, NestedField> change) =>
        Apply(SchemaTree.Change(_schema.Fields, FieldPath.Parse(path), change));

    private SchemaChange Edit(string path, Func<List<NestedField>, string, IReadOnlyList<NestedField>> edit) =>
        Apply(SchemaTree.Edit(_schema.Fields, FieldPath.Parse(path), edit));

    private SchemaChange Apply(IReadOnlyList<NestedField> fields)
    {
        _schema = _schema with { Fields = fields };
        return this;
    }
}
