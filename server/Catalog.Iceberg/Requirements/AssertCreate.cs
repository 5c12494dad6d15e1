namespace Catalog.Iceberg.Requirements;

/// <summary>The table must not exist. The only requirement of a commit that makes a table.</summary>
public sealed record AssertCreate : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        if (current is not null)
        {
            throw Failed("table already exists");
        }
    }
}
