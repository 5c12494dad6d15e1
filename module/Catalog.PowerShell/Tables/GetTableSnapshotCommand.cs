using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>Shows the snapshots of a table, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "TableSnapshot", DefaultParameterSetName = "All")]
[OutputType(typeof(SnapshotInfo))]
public sealed class GetTableSnapshotCommand : TableCommand
{
    /// <summary>The id of one snapshot.</summary>
    [Parameter(ParameterSetName = "Id", Mandatory = true)]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public long SnapshotId { get; set; }

    /// <summary>The branch or tag whose snapshot is wanted.</summary>
    [Parameter(ParameterSetName = "Reference", Mandatory = true)]
    [Alias("Branch", "Tag")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReferenceCompleter))]
    public string? Reference { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Call(FullName, async (connection, streams, stop) =>
    {
        Table table = await connection.Catalog.LoadTableAsync(Identifier, cancellationToken: stop).ConfigureAwait(false);
        TableInfo info = TableReader.Read(table);
        long? wanted = ParameterSetName switch
        {
            "Id" => SnapshotId,
            "Reference" => TableReferences.Find(info, Reference!).SnapshotId,
            _ => null,
        };
        if (wanted is { } id)
        {
            await streams.WriteAsync(TableReferences.FindSnapshot(info, id), stop).ConfigureAwait(false);
            return;
        }

        foreach (SnapshotInfo snapshot in info.Snapshots)
        {
            await streams.WriteAsync(snapshot, stop).ConfigureAwait(false);
        }
    });
}
