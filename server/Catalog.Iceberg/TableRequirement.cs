using System.Text.Json;
using Catalog.Iceberg.Requests;
using Catalog.Iceberg.Requirements;

namespace Catalog.Iceberg;

/// <summary>What a commit takes for granted about the table. All are checked before any update is applied.</summary>
public abstract record TableRequirement
{
    private protected TableRequirement()
    {
    }

    /// <summary>Reads a requirement.</summary>
    /// <param name="json">The JSON object with its <c>type</c>.</param>
    /// <exception cref="MetadataValidationException">It is of no known type, or misses a member.</exception>
    public static TableRequirement Parse(JsonElement json) => MalformedJson.Refuse(json, Read);

    /// <summary>Checks the requirement.</summary>
    /// <param name="current">The table as it is; null when there is none.</param>
    /// <exception cref="RequirementFailedException">It does not hold.</exception>
    public abstract void Check(TableMetadata? current);

    private protected static RequirementFailedException Failed(string why) => new("Requirement failed: " + why);

    private protected static TableMetadata Existing(TableMetadata? current) => current ?? throw Failed("table does not exist");

    private static TableRequirement Read(JsonElement json)
    {
        json.RequireObject("requirement");
        string type = json.RequiredText("type");
        return type.ToLowerInvariant() switch
        {
            "assert-create" => new AssertCreate(),
            "assert-table-uuid" => new AssertTableUuid(json.RequiredText("uuid")),
            "assert-ref-snapshot-id" => new AssertRefSnapshotId(json.RequiredText("ref"), json.OptionalInt64("snapshot-id")),
            "assert-last-assigned-field-id" => new AssertLastAssignedFieldId(json.RequiredInt32("last-assigned-field-id")),
            "assert-current-schema-id" => new AssertCurrentSchemaId(json.RequiredInt32("current-schema-id")),
            "assert-last-assigned-partition-id" => new AssertLastAssignedPartitionId(json.RequiredInt32("last-assigned-partition-id")),
            "assert-default-spec-id" => new AssertDefaultSpecId(json.RequiredInt32("default-spec-id")),
            "assert-default-sort-order-id" => new AssertDefaultSortOrderId(json.RequiredInt32("default-sort-order-id")),
            _ => throw new MetadataValidationException($"Unknown requirement type: {type}", "type"),
        };
    }
}
