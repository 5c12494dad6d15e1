namespace Catalog.Iceberg.Requirements;

/// <summary>The table must still be the same one.</summary>
/// <param name="Uuid">The expected identity; letter case does not matter.</param>
public sealed record AssertTableUuid(string Uuid) : TableRequirement
{
    /// <inheritdoc />
    public override void Check(TableMetadata? current)
    {
        string? actual = Existing(current).TableUuid;
        if (!string.Equals(actual, Uuid, StringComparison.OrdinalIgnoreCase))
        {
            throw Failed($"UUID does not match: expected {Uuid} != {actual}");
        }
    }
}
