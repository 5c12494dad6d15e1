using Catalog.Iceberg.Schemas;

namespace Catalog.Iceberg.Updates;

/// <summary>Adds a schema.</summary>
/// <param name="Schema">The schema, its field ids final; its own id is given anew.</param>
public sealed record AddSchemaUpdate(Schema Schema) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSchema(Schema);
    }
}
