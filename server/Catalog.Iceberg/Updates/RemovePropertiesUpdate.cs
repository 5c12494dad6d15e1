namespace Catalog.Iceberg.Updates;

/// <summary>Removes table properties.</summary>
/// <param name="Removals">Their names; missing ones are ignored.</param>
public sealed record RemovePropertiesUpdate(IReadOnlyList<string> Removals) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveProperties(Removals);
    }
}
