using System.Management.Automation;

namespace Catalog.PowerShell.Tables;

/// <summary>Removes a table from the catalog.</summary>
/// <remarks>Its files stay, unless -Purge deletes them. Both services are told so plainly: AIStor Tables would delete them otherwise.</remarks>
[Cmdlet(VerbsCommon.Remove, "Table", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveTableCommand : TableCommand
{
    /// <summary>Deletes the metadata and data files, too.</summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string? question = Purge ? $"The files of the table {FullName} are deleted and cannot be brought back. Go on?" : null;
        if (Confirmed($"table {FullName}", Purge ? "Remove and delete its files" : "Remove", Force, question))
        {
            Call(FullName, async (connection, streams, stop) =>
            {
                await connection.Catalog.DropTableAsync(Identifier, Purge, cancellationToken: stop).ConfigureAwait(false);
                connection.Completions.Clear();
            });
        }
    }
}
