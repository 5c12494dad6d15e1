using System.Management.Automation;
using System.Text.Json.Nodes;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Commits;

/// <summary>Makes a requirement of a commit.</summary>
/// <remarks>Nothing is sent anywhere. Each parameter set is one kind of requirement.</remarks>
[Cmdlet(VerbsCommon.New, "TableRequirement", DefaultParameterSetName = "TableUuid")]
[OutputType(typeof(TableRequirement))]
public sealed class NewTableRequirementCommand : CatalogCommand
{
    /// <summary>The table does not exist yet (assert-create).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Create")]
    public SwitchParameter Create { get; set; }

    /// <summary>The table has this id (assert-table-uuid).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "TableUuid")]
    [Alias("Uuid")]
    public Guid TableUuid { get; set; }

    /// <summary>This branch or tag points at -SnapshotId, or does not exist (assert-ref-snapshot-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Reference")]
    [ValidateNotNullOrEmpty]
    public string? Reference { get; set; }

    /// <summary>The snapshot that -Reference points at; without it, the reference must not exist.</summary>
    [Parameter(ParameterSetName = "Reference")]
    public long? SnapshotId { get; set; }

    /// <summary>The highest field id that was ever used is this (assert-last-assigned-field-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LastAssignedFieldId")]
    public int LastAssignedFieldId { get; set; }

    /// <summary>The current schema has this id (assert-current-schema-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CurrentSchemaId")]
    public int CurrentSchemaId { get; set; }

    /// <summary>The highest partition field id that was ever used is this (assert-last-assigned-partition-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LastAssignedPartitionId")]
    public int LastAssignedPartitionId { get; set; }

    /// <summary>The default partition spec has this id (assert-default-spec-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "DefaultSpecId")]
    public int DefaultSpecId { get; set; }

    /// <summary>The default sort order has this id (assert-default-sort-order-id).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "DefaultSortOrderId")]
    public int DefaultSortOrderId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        (string type, JsonObject json) = ParameterSetName switch
        {
            "Create" => ("assert-create", new JsonObject()),
            "Reference" => ("assert-ref-snapshot-id", new JsonObject { ["ref"] = Reference, ["snapshot-id"] = SnapshotId }),
            "LastAssignedFieldId" => ("assert-last-assigned-field-id", new JsonObject { ["last-assigned-field-id"] = LastAssignedFieldId }),
            "CurrentSchemaId" => ("assert-current-schema-id", new JsonObject { ["current-schema-id"] = CurrentSchemaId }),
            "LastAssignedPartitionId" => ("assert-last-assigned-partition-id", new JsonObject { ["last-assigned-partition-id"] = LastAssignedPartitionId }),
            "DefaultSpecId" => ("assert-default-spec-id", new JsonObject { ["default-spec-id"] = DefaultSpecId }),
            "DefaultSortOrderId" => ("assert-default-sort-order-id", new JsonObject { ["default-sort-order-id"] = DefaultSortOrderId }),
            _ => ("assert-table-uuid", new JsonObject { ["uuid"] = TableUuid.ToString() }),
        };
        json.Insert(0, "type", type);
        WriteObject(new TableRequirement(type, json.ToJsonString()));
    }
}
