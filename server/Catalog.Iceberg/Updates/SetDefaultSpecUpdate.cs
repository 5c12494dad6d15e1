namespace Catalog.Iceberg.Updates;

/// <summary>Makes a partition spec the default.</summary>
/// <param name="SpecId">The id; -1 for the spec that this commit added last.</param>
public sealed record SetDefaultSpecUpdate(int SpecId) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetDefaultSpec(SpecId);
    }
}
