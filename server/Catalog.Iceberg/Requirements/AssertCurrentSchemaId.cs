namespace Catalog.Iceberg.Requirements;

/// <summary>The current schema must still be the same.</summary>
/// <param name="CurrentSchemaId">The expected id.</param>
public sealed record AssertCurrentSchemaId(int CurrentSchemaId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        int actual = Existing(current).CurrentSchemaId;
        if (actual != CurrentSchemaId)
        {
            throw Failed($"current schema changed: expected id {CurrentSchemaId} != {actual}");
        }
    }
}
