namespace Catalog.Iceberg.Updates;

/// <summary>Moves the table to a newer format version.</summary>
/// <param name="FormatVersion">The version.</param>
public sealed record UpgradeFormatVersionUpdate(int FormatVersion) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UpgradeFormatVersion(FormatVersion);
    }
}
