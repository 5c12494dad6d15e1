namespace Catalog.Sdk.Tables;

/// <summary>A struct: named, typed fields.</summary>
/// <param name="Fields">The fields in order.</param>
public sealed record StructType(IReadOnlyList<NestedField> Fields) : IcebergType
{
    /// <inheritdoc/>
    public override string ToString() => $"struct<{string.Join(", ", Fields.Select(f => $"{f.Id}: {f.Name}: {f.Type}"))}>";
}
