using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Warehouses;

/// <summary>Says whether a warehouse of AIStor Tables exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Warehouse")]
[OutputType(typeof(bool))]
public sealed class TestWarehouseCommand : SessionCommand
{
    /// <summary>The name of the warehouse.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Warehouse")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WarehouseCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord() => Call(Name, async (connection, streams, stop) =>
    {
        bool exists;
        try
        {
            await connection.Warehouses.GetWarehouseAsync(Name, cancellationToken: stop).ConfigureAwait(false);
            exists = true;
        }
        catch (Sdk.Errors.NoSuchWarehouseException)
        {
            exists = false;
        }

        await streams.WriteAsync(exists, stop).ConfigureAwait(false);
    });
}
