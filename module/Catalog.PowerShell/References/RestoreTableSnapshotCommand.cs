using System.Management.Automation;
using Catalog.PowerShell.Commits;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Tables;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.References;

/// <summary>Brings a table back to an earlier snapshot.</summary>
/// <remarks>The branch is pointed at the snapshot; nothing is deleted, and the way forward is open as long as the newer snapshots are kept.</remarks>
[Cmdlet(VerbsData.Restore, "TableSnapshot", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = "Id")]
[OutputType(typeof(TableInfo))]
public sealed class RestoreTableSnapshotCommand : CommittingCommand
{
    /// <summary>The snapshot to go to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public long SnapshotId { get; set; }

    /// <summary>The time to go to: the snapshot that was current then.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Time")]
    public DateTimeOffset Timestamp { get; set; }

    /// <summary>The branch or tag whose snapshot to go to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Reference")]
    [Alias("Tag")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReferenceCompleter))]
    public string? Reference { get; set; }

    /// <summary>The branch to move; main unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReferenceCompleter))]
    public string Branch { get; set; } = "main";

    /// <summary>Returns the table as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string where = ParameterSetName switch { "Time" => $"what was current at {Timestamp:u}", "Reference" => Reference!, _ => $"snapshot {SnapshotId}" };
        if (!ShouldProcess($"table {FullName}", $"Restore branch {Branch} to {where}"))
        {
            return;
        }

        Commit(
            (metadata, requirements) =>
            {
                SnapshotReference? branch = metadata.FindReference(Branch);
                if (branch is { Type: "tag" })
                {
                    throw new CommandException("BadRequest", ErrorCategory.InvalidArgument, $"'{Branch}' is a tag, and tags stay where they are.", "Name a branch with -Branch.");
                }

                Catalog.TableUpdate move = ReferenceUpdates.Set(
                    Branch, "branch", Target(metadata), branch?.MinSnapshotsToKeep, Age(branch?.MaxSnapshotAgeMs), Age(branch?.MaxRefAgeMs));
                return Plan([.. requirements, ReferenceAt(Branch, branch?.SnapshotId)], move);
            },
            table => PassThru ? table : null);
    }

    private static TimeSpan? Age(long? milliseconds) => milliseconds is { } value ? TimeSpan.FromMilliseconds(value) : null;

    private long Target(TableMetadata metadata)
    {
        long? target = ParameterSetName switch
        {
            "Time" => metadata.SnapshotLog.LastOrDefault(entry => entry.TimestampMs <= Timestamp.ToUnixTimeMilliseconds())?.SnapshotId,
            "Reference" => metadata.FindReference(Reference!)?.SnapshotId,
            _ => SnapshotId,
        };
        return target is { } id && metadata.FindSnapshot(id) is not null
            ? id
            : throw new CommandException("NoSuchSnapshot", ErrorCategory.ObjectNotFound, $"The table {FullName} has no such snapshot.", "Get-TableSnapshot lists the snapshots and their times.");
    }
}
