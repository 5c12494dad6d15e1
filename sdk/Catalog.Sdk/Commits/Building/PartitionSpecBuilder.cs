using System.Globalization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Builds a partition spec over the columns of a schema, which it takes by name.</summary>
public sealed class PartitionSpecBuilder
{
    private readonly Schema _schema;
    private readonly List<PartitionField> _fields = [];

    /// <summary>Makes a builder without fields.</summary>
    /// <param name="schema">The schema whose columns are named.</param>
    public PartitionSpecBuilder(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
    }

    /// <summary>Partitions by the value itself.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="name">The name of the partition field; null takes the column's.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Identity(string column, string? name = null) => Add(column, "identity", name ?? Plain(column));

    /// <summary>Partitions by year.</summary>
    /// <param name="column">The path of a date or timestamp column.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_year</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Year(string column, string? name = null) => Add(column, "year", name ?? $"{Plain(column)}_year");

    /// <summary>Partitions by month.</summary>
    /// <param name="column">The path of a date or timestamp column.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_month</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Month(string column, string? name = null) => Add(column, "month", name ?? $"{Plain(column)}_month");

    /// <summary>Partitions by day.</summary>
    /// <param name="column">The path of a date or timestamp column.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_day</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Day(string column, string? name = null) => Add(column, "day", name ?? $"{Plain(column)}_day");

    /// <summary>Partitions by hour.</summary>
    /// <param name="column">The path of a timestamp column.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_hour</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Hour(string column, string? name = null) => Add(column, "hour", name ?? $"{Plain(column)}_hour");

    /// <summary>Partitions by a hash into a number of buckets.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="buckets">How many buckets.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_bucket</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Bucket(string column, int buckets, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(buckets);
        return Add(column, string.Create(CultureInfo.InvariantCulture, $"bucket[{buckets}]"), name ?? $"{Plain(column)}_bucket");
    }

    /// <summary>Partitions by the beginning of a string, or by a number rounded down.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="width">How many characters, or to a multiple of what.</param>
    /// <param name="name">The name of the partition field; null takes <c>column_trunc</c>.</param>
    /// <returns>This builder.</returns>
    public PartitionSpecBuilder Truncate(string column, int width, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return Add(column, string.Create(CultureInfo.InvariantCulture, $"truncate[{width}]"), name ?? $"{Plain(column)}_trunc");
    }

    /// <summary>Adds a field with a transform by its name in the Iceberg spec.</summary>
    /// <param name="column">The path of the column.</param>
    /// <param name="transform">The transform, such as <c>bucket[16]</c>.</param>
    /// <param name="name">The name of the partition field.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such column, or a field of that name.</exception>
    public PartitionSpecBuilder Add(string column, string transform, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(transform);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_fields.Any(f => f.Name == name))
        {
            throw new ArgumentException($"There is a partition field '{name}' already.", nameof(name));
        }

        long source = SchemaTree.Find(_schema.Fields, FieldPath.Parse(column)).Id;
        _fields.Add(new PartitionField { SourceId = source, Name = name, Transform = transform });
        return this;
    }

    /// <summary>Makes the spec. The server gives ids to it and its fields.</summary>
    /// <returns>The spec.</returns>
    public PartitionSpec Build() => new() { Fields = [.. _fields] };

    private static string Plain(string column) => string.Join('_', FieldPath.Parse(column));
}
