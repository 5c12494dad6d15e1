using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Schemas;

namespace Catalog.PowerShell.Commits;

/// <summary>Makes an update of a commit.</summary>
/// <remarks>
/// Nothing is sent anywhere. Each parameter set is one action of the Iceberg REST specification; -Json takes any. In schemas, specs and
/// orders columns may be named that have no ids yet: Submit-TableCommit fills them in. -1 stands for the one that was added last.
/// </remarks>
[Cmdlet(VerbsCommon.New, "TableUpdate", DefaultParameterSetName = "SetProperty")]
[OutputType(typeof(TableUpdate))]
public sealed class NewTableUpdateCommand : CatalogCommand
{
    /// <summary>Properties to set (set-properties).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetProperty")]
    [ValidateNotNull]
    public IDictionary? SetProperty { get; set; }

    /// <summary>Names of properties to remove (remove-properties).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RemoveProperty")]
    [ValidateNotNullOrEmpty]
    public string[] RemoveProperty { get; set; } = [];

    /// <summary>A schema to add (add-schema).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AddSchema")]
    [SchemaTransformation]
    public TableSchema? AddSchema { get; set; }

    /// <summary>The id of the schema that becomes current (set-current-schema).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetCurrentSchema")]
    public int SetCurrentSchema { get; set; }

    /// <summary>A partition spec to add (add-spec).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AddPartitionSpec")]
    [PartitionSpecTransformation]
    public TablePartitionSpec? AddPartitionSpec { get; set; }

    /// <summary>The id of the spec that becomes the default (set-default-spec).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetDefaultSpec")]
    public int SetDefaultSpec { get; set; }

    /// <summary>A sort order to add (add-sort-order).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AddSortOrder")]
    [SortOrderTransformation]
    public TableSortOrder? AddSortOrder { get; set; }

    /// <summary>The id of the order that becomes the default (set-default-sort-order).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetDefaultSortOrder")]
    public int SetDefaultSortOrder { get; set; }

    /// <summary>A snapshot to add, as a hashtable or JSON text (add-snapshot).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "AddSnapshot")]
    [ValidateNotNull]
    public object? AddSnapshot { get; set; }

    /// <summary>Ids of snapshots to remove (remove-snapshots).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RemoveSnapshot")]
    [ValidateNotNullOrEmpty]
    public long[] RemoveSnapshot { get; set; } = [];

    /// <summary>The name of a branch to make or move (set-snapshot-ref).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetBranch")]
    [ValidateNotNullOrEmpty]
    public string? SetBranch { get; set; }

    /// <summary>The name of a tag to make or move (set-snapshot-ref).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetTag")]
    [ValidateNotNullOrEmpty]
    public string? SetTag { get; set; }

    /// <summary>The snapshot that the branch or tag points at.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetBranch")]
    [Parameter(Mandatory = true, ParameterSetName = "SetTag")]
    public long SnapshotId { get; set; }

    /// <summary>The name of a branch or tag to remove (remove-snapshot-ref).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RemoveReference")]
    [ValidateNotNullOrEmpty]
    public string? RemoveReference { get; set; }

    /// <summary>A location for new files (set-location).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SetLocation")]
    [ValidateNotNullOrEmpty]
    public string? SetLocation { get; set; }

    /// <summary>The format version to go to (upgrade-format-version).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "UpgradeFormatVersion")]
    [ValidateRange(1, 9)]
    public int UpgradeFormatVersion { get; set; }

    /// <summary>A manifest list whose files are appended (append; AIStor Tables).</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Append")]
    [ValidateNotNullOrEmpty]
    public string? AppendManifestList { get; set; }

    /// <summary>Any update, as a hashtable or JSON text in the form of the specification.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Json")]
    [ValidateNotNull]
    public object? Json { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Run(ParameterSetName, async (streams, stop) =>
    {
        foreach (TableUpdate update in ParameterSetName == "Json" ? RestForm.ReadMany(Json).Select(CommitParts.ToUpdate) : [Make()])
        {
            await streams.WriteAsync(update, stop).ConfigureAwait(false);
        }
    });

    private TableUpdate Make() => ParameterSetName switch
    {
        "RemoveProperty" => Update("remove-properties", "removals", Node(RemoveProperty)),
        "AddSchema" => Update("add-schema", "schema", Node(AddSchema)),
        "SetCurrentSchema" => Update("set-current-schema", "schema-id", SetCurrentSchema),
        "AddPartitionSpec" => Update("add-spec", "spec", Node(AddPartitionSpec)),
        "SetDefaultSpec" => Update("set-default-spec", "spec-id", SetDefaultSpec),
        "AddSortOrder" => Update("add-sort-order", "sort-order", Node(AddSortOrder)),
        "SetDefaultSortOrder" => Update("set-default-sort-order", "sort-order-id", SetDefaultSortOrder),
        "AddSnapshot" => Update("add-snapshot", "snapshot", JsonNode.Parse(RestForm.Read(AddSnapshot!).GetRawText())),
        "RemoveSnapshot" => Update("remove-snapshots", "snapshot-ids", Node(RemoveSnapshot)),
        "SetBranch" => ReferenceUpdates.Set(SetBranch!, "branch", SnapshotId),
        "SetTag" => ReferenceUpdates.Set(SetTag!, "tag", SnapshotId),
        "RemoveReference" => Update("remove-snapshot-ref", "ref-name", RemoveReference),
        "SetLocation" => Update("set-location", "location", SetLocation),
        "UpgradeFormatVersion" => Update("upgrade-format-version", "format-version", UpgradeFormatVersion),
        "Append" => Update("append", "manifest-list", AppendManifestList),
        _ => Update("set-properties", "updates", Node(PropertyText.Read(SetProperty))),
    };

    private static TableUpdate Update(string action, string member, JsonNode? value)
        => new(action, new JsonObject { ["action"] = action, [member] = value }.ToJsonString());

    private static JsonNode? Node(object? value) => JsonNode.Parse(RestForm.ToElement(value).GetRawText());
}
