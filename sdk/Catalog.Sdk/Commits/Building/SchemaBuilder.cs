using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Builds the schema of a new table, column by column. Field ids are given in order; the server gives its own at creation.</summary>
/// <example>
/// <code>
/// Schema schema = new SchemaBuilder()
///     .Required("order_id", "long")
///     .Optional("amount", "decimal(10,2)", "In euros.")
///     .Optional("address", SchemaBuilder.Struct(s => s.Optional("street", "string")))
///     .Identifier("order_id")
///     .Build();
/// </code>
/// </example>
public sealed class SchemaBuilder
{
    private readonly List<NestedField> _fields = [];
    private readonly List<string> _identifiers = [];

    /// <summary>A struct type.</summary>
    /// <param name="build">Adds the fields.</param>
    /// <returns>The type.</returns>
    public static IcebergType Struct(Action<SchemaBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var builder = new SchemaBuilder();
        build(builder);
        return new StructType(builder._fields);
    }

    /// <summary>A list type.</summary>
    /// <param name="element">The type of the elements.</param>
    /// <param name="elementRequired">Whether elements are never null.</param>
    /// <returns>The type.</returns>
    public static IcebergType List(IcebergType element, bool elementRequired = false) => new ListType(0, element, elementRequired);

    /// <summary>A map type.</summary>
    /// <param name="key">The type of the keys.</param>
    /// <param name="value">The type of the values.</param>
    /// <param name="valueRequired">Whether values are never null.</param>
    /// <returns>The type.</returns>
    public static IcebergType Map(IcebergType key, IcebergType value, bool valueRequired = false) => new MapType(0, key, 0, value, valueRequired);

    /// <summary>Adds a column that may hold null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type; a primitive one by its name.</param>
    /// <param name="doc">A comment.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public SchemaBuilder Optional(string name, IcebergType type, string? doc = null) => Add(name, type, false, doc);

    /// <summary>Adds a column that never holds null.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type; a primitive one by its name.</param>
    /// <param name="doc">A comment.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is a column of that name.</exception>
    public SchemaBuilder Required(string name, IcebergType type, string? doc = null) => Add(name, type, true, doc);

    /// <summary>Names the columns that identify a row.</summary>
    /// <param name="columns">Paths of required primitive columns.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder Identifier(params IEnumerable<string> columns)
    {
        _identifiers.AddRange(columns);
        return this;
    }

    /// <summary>Makes the schema.</summary>
    /// <returns>The schema, with ids from 1.</returns>
    /// <exception cref="ArgumentException">An identifier column does not exist.</exception>
    public Schema Build()
    {
        IReadOnlyList<NestedField> fields = ((StructType)new FieldIds(0).Assign(new StructType(_fields))).Fields;
        return new Schema
        {
            SchemaId = 0,
            Fields = fields,
            IdentifierFieldIds = _identifiers.Count == 0 ? null : [.. _identifiers.Select(path => SchemaTree.Find(fields, FieldPath.Parse(path)).Id)],
        };
    }

    private SchemaBuilder Add(string name, IcebergType type, bool required, string? doc)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(type);
        if (_fields.Any(f => f.Name == name))
        {
            throw new ArgumentException($"There is a column '{name}' already.", nameof(name));
        }

        _fields.Add(new NestedField { Id = 0, Name = name, Required = required, Type = type, Doc = doc });
        return this;
    }
}
