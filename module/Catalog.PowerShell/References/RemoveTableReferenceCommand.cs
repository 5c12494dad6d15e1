using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Tables;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.References;

/// <summary>Removes a branch or a tag of a table.</summary>
/// <remarks>The snapshots stay until clean-up removes them.</remarks>
[Cmdlet(VerbsCommon.Remove, "TableReference", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TableInfo))]
public sealed class RemoveTableReferenceCommand : CommittingCommand
{
    /// <summary>The name of the branch or tag.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Branch", "Tag")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReferenceCompleter))]
    public string Reference { get; set; } = string.Empty;

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the table as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string? question = Reference == "main" ? $"Without the branch main, the table {FullName} has no current snapshot and reads as empty. Go on?" : null;
        if (!Confirmed($"table {FullName}", $"Remove reference {Reference}", Force, question))
        {
            return;
        }

        Commit(
            (metadata, requirements) =>
            {
                SnapshotReference reference = metadata.FindReference(Reference) ?? throw new CommandException(
                    "NoSuchReference",
                    ErrorCategory.ObjectNotFound,
                    $"The table {FullName} has no branch or tag '{Reference}'.",
                    metadata.Refs.Count == 0 ? "It has none at all." : $"It has: {string.Join(", ", metadata.Refs.Keys)}.");
                return new CommitPlan(
                    Commits.SdkCommit.ToSdk([.. requirements, ReferenceAt(Reference, reference.SnapshotId)]),
                    [new RemoveSnapshotReferenceUpdate(Reference)]);
            },
            table => PassThru ? table : null);
    }
}
