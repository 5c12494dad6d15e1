using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Warehouses;

/// <summary>Reads a warehouse of AIStor Tables, or lists warehouses.</summary>
/// <remarks>An exact name reads one warehouse; without a name, or with wildcards, names are listed.</remarks>
[Cmdlet(VerbsCommon.Get, "Warehouse")]
[OutputType(typeof(WarehouseInfo), typeof(WarehouseSummary))]
public sealed class GetWarehouseCommand : SessionCommand
{
    /// <summary>The name of the warehouse. Wildcards list.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Warehouse")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WarehouseCompleter))]
    public string? Name { get; set; }

    /// <summary>How many names one request asks for. All of them are listed in any case.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? PageSize { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => Call(Name, async (connection, streams, stop) =>
    {
        if (Name is { } name && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            Sdk.Warehouses.Warehouse warehouse = await connection.Warehouses.GetWarehouseAsync(WildcardPattern.Unescape(name), cancellationToken: stop).ConfigureAwait(false);
            await streams.WriteAsync(warehouse.ToOutput(), stop).ConfigureAwait(false);
            return;
        }

        WildcardPattern wanted = WildcardPattern.Get(Name ?? "*", WildcardOptions.None);
        await foreach (string found in connection.Warehouses.ListWarehousesAsync(PageSize).WithCancellation(stop).ConfigureAwait(false))
        {
            if (wanted.IsMatch(found))
            {
                await streams.WriteAsync(new WarehouseSummary(found), stop).ConfigureAwait(false);
            }
        }
    });
}
