namespace Catalog.Iceberg.Updates;

/// <summary>Removes a branch or tag.</summary>
/// <param name="RefName">Its name.</param>
public sealed record RemoveSnapshotRefUpdate(string RefName) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveRef(RefName);
    }
}
