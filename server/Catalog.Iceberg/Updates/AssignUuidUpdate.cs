namespace Catalog.Iceberg.Updates;

/// <summary>Gives the table its identity, at creation.</summary>
/// <param name="Uuid">The UUID.</param>
public sealed record AssignUuidUpdate(string Uuid) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AssignUuid(Uuid);
    }
}
