using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Warehouses;

/// <summary>Removes a warehouse of AIStor Tables, which has to be empty.</summary>
[Cmdlet(VerbsCommon.Remove, "Warehouse", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveWarehouseCommand : SessionCommand
{
    /// <summary>The name of the warehouse.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Warehouse")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WarehouseCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>Leaves the bucket where it is. Without it, the bucket goes too.</summary>
    [Parameter]
    public SwitchParameter PreserveBucket { get; set; }

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Confirmed($"warehouse {Name}", PreserveBucket ? "Remove, and leave its bucket" : "Remove with its bucket", Force))
        {
            Call(Name, async (connection, streams, stop) =>
            {
                await connection.Warehouses.DropWarehouseAsync(Name, PreserveBucket, cancellationToken: stop).ConfigureAwait(false);
                connection.Completions.Clear();
            });
        }
    }
}
