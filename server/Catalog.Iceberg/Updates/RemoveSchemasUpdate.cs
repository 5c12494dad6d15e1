namespace Catalog.Iceberg.Updates;

/// <summary>Removes schemas that nothing uses any more.</summary>
/// <param name="SchemaIds">Their ids; not the current one.</param>
public sealed record RemoveSchemasUpdate(IReadOnlyList<int> SchemaIds) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveSchemas(SchemaIds);
    }
}
