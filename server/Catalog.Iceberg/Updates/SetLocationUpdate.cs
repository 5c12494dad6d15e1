namespace Catalog.Iceberg.Updates;

/// <summary>Moves the base location of the table.</summary>
/// <param name="Location">The location.</param>
public sealed record SetLocationUpdate(string Location) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetLocation(Location);
    }
}
