namespace Catalog.Sdk.Tables;

/// <summary>A list of elements of one type.</summary>
/// <param name="ElementId">The field id of the element.</param>
/// <param name="Element">The type of the elements.</param>
/// <param name="ElementRequired">Whether elements are never null.</param>
public sealed record ListType(long ElementId, IcebergType Element, bool ElementRequired) : IcebergType
{
    /// <inheritdoc/>
    public override string ToString() => $"list<{Element}>";
}
