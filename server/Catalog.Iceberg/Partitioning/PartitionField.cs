namespace Catalog.Iceberg.Partitioning;

/// <summary>One field of a partition spec.</summary>
/// <param name="SourceId">The id of the column that is transformed.</param>
/// <param name="FieldId">The id of the partition field; null where a client leaves it to the catalog.</param>
/// <param name="Name">The name of the partition field.</param>
/// <param name="Transform">The transform.</param>
public sealed record PartitionField(int SourceId, int? FieldId, string Name, Transform Transform)
{
    internal bool SameAs(PartitionField other) =>
        SourceId == other.SourceId && Name == other.Name && SameValue(other);

    internal bool SameValue(PartitionField other) =>
        SourceId == other.SourceId && Transform.Name == other.Transform.Name;
}
