namespace Catalog.Sdk.Tables;

/// <summary>A primitive type, named as in the Iceberg spec: <c>long</c>, <c>string</c>, <c>decimal(10,2)</c>, <c>timestamptz</c> …</summary>
/// <param name="Name">The name, kept as it is; names that this version does not know pass through.</param>
public sealed record PrimitiveType(string Name) : IcebergType
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
