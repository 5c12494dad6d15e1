using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>The table is the one that was read: its uuid is equal, whatever the case of the letters.</summary>
/// <param name="Uuid">The expected uuid.</param>
public sealed record AssertTableUuid(string Uuid) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-table-uuid";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        string.Equals(current?.TableUuid, Uuid, StringComparison.OrdinalIgnoreCase) ? null : $"UUID does not match: expected {current?.TableUuid} != {Uuid}";
}
