using System.Management.Automation;

namespace Catalog.PowerShell.References;

/// <summary>Makes a branch of a table: a name for a snapshot that writers may move on.</summary>
[Cmdlet(VerbsCommon.New, "TableBranch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableReference))]
public sealed class NewTableBranchCommand : NewReferenceCommand
{
    /// <summary>The name of the branch.</summary>
    [Parameter(Mandatory = true)]
    [Alias("Reference", "BranchName")]
    [ValidateNotNullOrEmpty]
    public string Branch { get; set; } = string.Empty;

    /// <summary>How many snapshots of the branch clean-up keeps at least.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MinSnapshotsToKeep { get; set; }

    /// <summary>The age from which clean-up may remove snapshots of the branch.</summary>
    [Parameter]
    public TimeSpan? MaxSnapshotAge { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Make(Branch, "branch", MinSnapshotsToKeep, MaxSnapshotAge);
}
