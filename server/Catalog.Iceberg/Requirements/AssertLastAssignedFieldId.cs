namespace Catalog.Iceberg.Requirements;

/// <summary>No column id may have been given meanwhile.</summary>
/// <param name="LastAssignedFieldId">The expected highest column id.</param>
public sealed record AssertLastAssignedFieldId(int LastAssignedFieldId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        int actual = Existing(current).LastColumnId;
        if (actual != LastAssignedFieldId)
        {
            throw Failed($"last assigned field id changed: expected id {LastAssignedFieldId} != {actual}");
        }
    }
}
