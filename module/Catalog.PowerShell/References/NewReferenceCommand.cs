using System.ComponentModel;
using System.Management.Automation;
using Catalog.PowerShell.Commits;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Tables;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.References;

/// <summary>What New-TableBranch and New-TableTag have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewReferenceCommand : CommittingCommand
{
    /// <summary>The snapshot that is pointed at; without it, the current one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public long? SnapshotId { get; set; }

    /// <summary>The age from which clean-up may remove the reference itself.</summary>
    [Parameter]
    public TimeSpan? MaxReferenceAge { get; set; }

    private protected void Make(string reference, string type, int? minSnapshots, TimeSpan? maxSnapshotAge)
    {
        if (!ShouldProcess($"table {FullName}", $"Make {type} {reference}{(SnapshotId is { } wish ? $" at snapshot {wish}" : string.Empty)}"))
        {
            return;
        }

        Commit(
            (metadata, requirements) =>
            {
                if (metadata.FindReference(reference) is { } there)
                {
                    throw new CommandException("AlreadyExists", ErrorCategory.ResourceExists, $"The table {FullName} has a {there.Type} '{reference}' already.", "Remove-TableReference removes it; choose another name otherwise.");
                }

                return Plan([.. requirements, ReferenceAt(reference, null)], ReferenceUpdates.Set(reference, type, Target(metadata), minSnapshots, maxSnapshotAge, MaxReferenceAge));
            },
            table => table.Refs.TryGetValue(reference, out TableReference? made) ? made : null);
    }

    private long Target(TableMetadata metadata)
    {
        if (SnapshotId is { } id)
        {
            return metadata.FindSnapshot(id) is not null
                ? id
                : throw new CommandException("NoSuchSnapshot", ErrorCategory.ObjectNotFound, $"The table {FullName} has no snapshot {id}.", "Get-TableSnapshot lists the snapshots.");
        }

        return metadata.CurrentSnapshotId
            ?? throw new CommandException("NoSuchSnapshot", ErrorCategory.ObjectNotFound, $"The table {FullName} has no snapshot yet.", "Write data first: a branch or tag is a name for a snapshot.");
    }
}
