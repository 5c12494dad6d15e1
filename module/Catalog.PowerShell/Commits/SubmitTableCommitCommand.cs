using System.Management.Automation;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;
using Catalog.PowerShell.Tables;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Commits;

/// <summary>Commits updates to a table, if its requirements hold.</summary>
/// <remarks>
/// The commit is sent once, as it is given; it is not made anew after a conflict. With -WhatIf nothing is sent: the table is read,
/// the requirements are checked, and what would change is shown. Updates and requirements are objects of New-TableUpdate and
/// New-TableRequirement, hashtables or JSON text in the form of the Iceberg REST specification, one or many.
/// </remarks>
[Cmdlet(VerbsLifecycle.Submit, "TableCommit", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo), typeof(CommitPreview))]
public sealed class SubmitTableCommitCommand : TableCommand
{
    /// <summary>What is changed, in order.</summary>
    [Parameter(Mandatory = true)]
    [TableUpdateTransformation]
    public TableUpdate[] Update { get; set; } = [];

    /// <summary>What must still hold.</summary>
    [Parameter]
    [TableRequirementTransformation]
    public TableRequirement[]? Requirement { get; set; }

    /// <summary>Marks the commit, so that the server makes it once however often it arrives. A UUID.</summary>
    [Parameter]
    public Guid? IdempotencyKey { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string action = $"Commit {string.Join(", ", Update.Select(update => update.Action))}";
        if (ShouldProcess($"{action} to table {FullName}", $"{action} to table {FullName}?", "Submit-TableCommit", out ShouldProcessReason reason))
        {
            Call(FullName, CommitAsync, commit: true);
        }
        else if (reason == ShouldProcessReason.WhatIf)
        {
            Call(FullName, PreviewAsync);
        }
    }

    private async Task CommitAsync(CatalogConnection connection, CommandStreams streams, CancellationToken stop)
    {
        IReadOnlyList<TableUpdate> updates = Update;
        if (Update.Any(CommitResolution.Needs))
        {
            TableInfo known = TableReader.Read(await connection.Catalog.LoadTableAsync(Identifier, cancellationToken: stop).ConfigureAwait(false));
            updates = CommitResolution.Resolve(Update, known.Schema, known.LastColumnId);
        }

        Sdk.CallOptions? options = IdempotencyKey is { } key ? new Sdk.CallOptions { IdempotencyKey = key } : null;
        Table table = await connection.Catalog.CommitAsync(Identifier, (Requirement ?? []).ToSdk(), updates.ToSdk(), options, stop).ConfigureAwait(false);
        connection.Completions.Clear();
        await streams.WriteAsync(TableReader.Read(table), stop).ConfigureAwait(false);
    }

    private Task PreviewAsync(CatalogConnection connection, CommandStreams streams, CancellationToken stop)
        => CommitPreviews.WriteAsync(connection, Namespace, Name, Requirement ?? [], Update, streams, stop);
}
