using Catalog.Iceberg.Partitioning;

namespace Catalog.Iceberg.Updates;

/// <summary>Adds a partition spec, which must fit the current schema.</summary>
/// <param name="Spec">The spec; its own id is given anew.</param>
public sealed record AddPartitionSpecUpdate(PartitionSpec Spec) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSpec(Spec);
    }
}
