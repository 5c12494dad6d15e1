using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg.Updates;

/// <summary>Adds a sort order, which must fit the current schema.</summary>
/// <param name="SortOrder">The order; its own id is given anew.</param>
public sealed record AddSortOrderUpdate(SortOrder SortOrder) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSortOrder(SortOrder);
    }
}
