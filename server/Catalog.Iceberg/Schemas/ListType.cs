namespace Catalog.Iceberg.Schemas;

/// <summary>A list of elements of one type.</summary>
public sealed class ListType : IcebergType
{
    internal ListType(NestedField element) => Element = element;

    /// <summary>The element, a field named <c>element</c>.</summary>
    public NestedField Element { get; }

    /// <inheritdoc />
    public override bool SameAs(IcebergType other) => other is ListType that && Element.SameAs(that.Element);

    /// <inheritdoc />
    public override string ToString() => $"list<{Element.Type}>";
}
