using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Warehouses;

/// <summary>Makes a warehouse of AIStor Tables.</summary>
[Cmdlet(VerbsCommon.New, "Warehouse", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(WarehouseInfo))]
public sealed class NewWarehouseCommand : SessionCommand
{
    /// <summary>The name: 3 to 63 lower-case letters, digits and hyphens.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Warehouse")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Lets an existing bucket of that name become the warehouse.</summary>
    [Parameter]
    public SwitchParameter UpgradeExisting { get; set; }

    /// <summary>Properties to begin with.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"warehouse {Name}", "Make"))
        {
            return;
        }

        Call(Name, async (connection, streams, stop) =>
        {
            Sdk.Warehouses.IWarehouseCatalog warehouses = connection.Warehouses;
            await warehouses.CreateWarehouseAsync(Name, UpgradeExisting, PropertyText.Read(Property), cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();

            // The answer to a creation holds the name alone.
            Sdk.Warehouses.Warehouse made = await warehouses.GetWarehouseAsync(Name, cancellationToken: stop).ConfigureAwait(false);
            await streams.WriteAsync(made.ToOutput(), stop).ConfigureAwait(false);
        });
    }
}
