namespace Catalog.Iceberg.Requirements;

/// <summary>No partition field id may have been given meanwhile.</summary>
/// <param name="LastAssignedPartitionId">The expected highest partition field id.</param>
public sealed record AssertLastAssignedPartitionId(int LastAssignedPartitionId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        int actual = Existing(current).LastPartitionId;
        if (actual != LastAssignedPartitionId)
        {
            throw Failed($"last assigned partition id changed: expected id {LastAssignedPartitionId} != {actual}");
        }
    }
}
