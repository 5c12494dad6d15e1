namespace Catalog.Iceberg.Requirements;

/// <summary>The default partition spec must still be the same.</summary>
/// <param name="DefaultSpecId">The expected id.</param>
public sealed record AssertDefaultSpecId(int DefaultSpecId) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        int actual = Existing(current).DefaultSpecId;
        if (actual != DefaultSpecId)
        {
            throw Failed($"default partition spec changed: expected id {DefaultSpecId} != {actual}");
        }
    }
}
