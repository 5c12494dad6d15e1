using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Builds a sort order over the columns of a schema, which it takes by name.</summary>
public sealed class SortOrderBuilder
{
    private readonly Schema _schema;
    private readonly List<SortField> _fields = [];

    /// <summary>Makes a builder without fields.</summary>
    /// <param name="schema">The schema whose columns are named.</param>
    public SortOrderBuilder(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <summary>Sorts by a column, small values first.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="transform">A transform of the values to sort by, such as <c>day</c>.</param>
    /// <param name="nullsFirst">Whether nulls go before all values.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public SortOrderBuilder Ascending(string column, string transform = "identity", bool nullsFirst = true) => Add(column, transform, "asc", nullsFirst);

    /// <summary>Sorts by a column, large values first.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="transform">A transform of the values to sort by, such as <c>day</c>.</param>
    /// <param name="nullsFirst">Whether nulls go before all values.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public SortOrderBuilder Descending(string column, string transform = "identity", bool nullsFirst = false) => Add(column, transform, "desc", nullsFirst);

    /// <summary>Makes the order.</summary>
    /// <returns>The order: id 0 when it has no fields, else 1, which the server may change.</returns>
    public SortOrder Build() => new() { OrderId = _fields.Count == 0 ? 0 : 1, Fields = [.. _fields] };

    private SortOrderBuilder Add(string column, string transform, string direction, bool nullsFirst)
    {
        long source = SchemaTree.Find(_schema.Fields, FieldPath.Parse(column)).Id;
        _fields.Add(new SortField { SourceId = source, Transform = transform, Direction = direction, NullOrder = nullsFirst ? "nulls-first" : "nulls-last" });
        return this;
    }
}
