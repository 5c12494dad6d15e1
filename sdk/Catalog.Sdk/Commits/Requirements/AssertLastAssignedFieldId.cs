using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>No field id has been given out since the table was read.</summary>
/// <param name="LastAssignedFieldId">The expected last column id.</param>
public sealed record AssertLastAssignedFieldId(long LastAssignedFieldId) : TableRequirement
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "assert-last-assigned-field-id";

    /// <inheritdoc/>
    protected override string? FindFailure(TableMetadata? current) =>
        current?.LastColumnId == LastAssignedFieldId ? null : $"last assigned field id changed: expected {LastAssignedFieldId} != {current?.LastColumnId}";
}
