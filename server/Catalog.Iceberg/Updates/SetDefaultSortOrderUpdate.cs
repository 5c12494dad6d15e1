namespace Catalog.Iceberg.Updates;

/// <summary>Makes a sort order the default.</summary>
/// <param name="SortOrderId">The id; -1 for the order that this commit added last.</param>
public sealed record SetDefaultSortOrderUpdate(int SortOrderId) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetDefaultSortOrder(SortOrderId);
    }
}
