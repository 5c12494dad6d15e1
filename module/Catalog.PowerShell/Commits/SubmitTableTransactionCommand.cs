using System.Management.Automation;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;
using Catalog.PowerShell.Tables;

namespace Catalog.PowerShell.Commits;

/// <summary>Commits changes to several tables: all of them, or none.</summary>
/// <remarks>Changes are objects of New-TableUpdateSet, hashtables or JSON text in the form of the Iceberg REST specification. With -WhatIf each table's change is shown.</remarks>
[Cmdlet(VerbsLifecycle.Submit, "TableTransaction", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo), typeof(CommitPreview))]
public sealed class SubmitTableTransactionCommand : SessionCommand
{
    private readonly List<TableChange> _changes = [];

    /// <summary>The changes, each with the table it is about.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [TableChangeTransformation]
    public TableChange[] Change { get; set; } = [];

    /// <summary>Marks the transaction, so that the server makes it once however often it arrives. A UUID.</summary>
    [Parameter]
    public Guid? IdempotencyKey { get; set; }

    /// <summary>Returns the tables as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => _changes.AddRange(Change);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_changes.Count == 0)
        {
            return;
        }

        string target = string.Join("; ", _changes);
        if (ShouldProcess($"Commit together {target}", $"Commit together {target}?", "Submit-TableTransaction", out ShouldProcessReason reason))
        {
            Call(target, CommitAsync, commit: true);
        }
        else if (reason == ShouldProcessReason.WhatIf)
        {
            foreach (TableChange change in _changes)
            {
                Call($"{change.Namespace}.{change.Name}", (connection, streams, stop)
                    => CommitPreviews.WriteAsync(connection, change.Namespace, change.Name, change.Requirements, change.Updates, streams, stop));
            }
        }
    }

    private async Task CommitAsync(CatalogConnection connection, CommandStreams streams, CancellationToken stop)
    {
        List<TableChange> resolved = [];
        foreach (TableChange change in _changes)
        {
            resolved.Add(change.Updates.Any(CommitResolution.Needs) ? await ResolveAsync(connection, change, stop).ConfigureAwait(false) : change);
        }

        Sdk.CallOptions? options = IdempotencyKey is { } key ? new Sdk.CallOptions { IdempotencyKey = key } : null;
        await connection.Catalog.CommitTransactionAsync([.. resolved.Select(change => change.ToSdk())], options, stop).ConfigureAwait(false);
        connection.Completions.Clear();
        if (PassThru)
        {
            foreach (TableChange change in resolved)
            {
                Sdk.Tables.Table table = await connection.Catalog.LoadTableAsync(NamespaceNames.Table(change.Namespace, change.Name), cancellationToken: stop).ConfigureAwait(false);
                await streams.WriteAsync(TableReader.Read(table), stop).ConfigureAwait(false);
            }
        }
    }

    private static async Task<TableChange> ResolveAsync(CatalogConnection connection, TableChange change, CancellationToken stop)
    {
        Sdk.TableIdentifier identifier = NamespaceNames.Table(change.Namespace, change.Name);
        TableInfo known = TableReader.Read(await connection.Catalog.LoadTableAsync(identifier, cancellationToken: stop).ConfigureAwait(false));
        return new TableChange(change.Namespace, change.Name, change.Requirements, CommitResolution.Resolve(change.Updates, known.Schema, known.LastColumnId));
    }
}
