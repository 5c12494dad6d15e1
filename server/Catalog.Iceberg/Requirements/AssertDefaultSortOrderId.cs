namespace Catalog.Iceberg.Requirements;

/// <summary>The default sort order must still be the same.</summary>
/// <param name="DefaultSortOrderId">The expected id.</param>
public sealed record AssertDefaultSortOrderId(int DefaultSortOrderId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        int actual = Existing(current).DefaultSortOrderId;
        if (actual != DefaultSortOrderId)
        {
            throw Failed($"default sort order changed: expected id {DefaultSortOrderId} != {actual}");
        }
    }
}
