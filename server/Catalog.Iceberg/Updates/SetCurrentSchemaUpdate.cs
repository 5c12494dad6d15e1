namespace Catalog.Iceberg.Updates;

/// <summary>Makes a schema the current one.</summary>
/// <param name="SchemaId">The id; -1 for the schema that this commit added last.</param>
public sealed record SetCurrentSchemaUpdate(int SchemaId) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetCurrentSchema(SchemaId);
    }
}
