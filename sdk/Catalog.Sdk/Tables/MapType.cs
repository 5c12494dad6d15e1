namespace Catalog.Sdk.Tables;

/// <summary>A map from keys of one type to values of another.</summary>
/// <param name="KeyId">The field id of the key.</param>
/// <param name="Key">The type of the keys.</param>
/// <param name="ValueId">The field id of the value.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="ValueRequired">Whether values are never null.</param>
public sealed record MapType(long KeyId, IcebergType Key, long ValueId, IcebergType Value, bool ValueRequired) : IcebergType
{
    /// <inheritdoc/>
    public override string ToString() => $"map<{Key}, {Value}>";
}
