namespace Catalog.Iceberg.Updates;

/// <summary>Removes partition specs that nothing uses any more.</summary>
/// <param name="SpecIds">Their ids; not the default one.</param>
public sealed record RemovePartitionSpecsUpdate(IReadOnlyList<int> SpecIds) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveSpecs(SpecIds);
    }
}
