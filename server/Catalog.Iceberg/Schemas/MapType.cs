namespace Catalog.Iceberg.Schemas;

/// <summary>A map from keys of one type to values of another.</summary>
public sealed class MapType : IcebergType
{
    internal MapType(NestedField key, NestedField value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The key, a required field named <c>key</c>.</summary>
    public NestedField Key { get; }

    /// <summary>The value, a field named <c>value</c>.</summary>
    public NestedField Value { get; }

    /// <inheritdoc />
    public override bool SameAs(IcebergType other) =>
        other is MapType that && Key.SameAs(that.Key) && Value.SameAs(that.Value);

    /// <inheritdoc />
    public override string ToString() => $"map<{Key.Type}, {Value.Type}>";
}
