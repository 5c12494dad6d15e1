using Catalog.Iceberg.Partitioning;

namespace Catalog.Iceberg.Sorting;

/// <summary>One field of a sort order.</summary>
/// <param name="SourceId">The id of the column.</param>
/// <param name="Transform">The transform whose result is sorted by.</param>
/// <param name="Direction">The direction.</param>
/// <param name="NullOrder">Where nulls stand.</param>
public sealed record SortField(int SourceId, Transform Transform, SortDirection Direction, NullOrder NullOrder)
{
    internal bool SameAs(SortField other) =>
        SourceId == other.SourceId
        && Transform.Name == other.Transform.Name
        && Direction == other.Direction
        && NullOrder == other.NullOrder;
}
