using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a sort order of sort fields, for New-Table or New-TableUpdate.</summary>
/// <remarks>Nothing is sent anywhere.</remarks>
[Cmdlet(VerbsCommon.New, "TableSortOrder")]
[OutputType(typeof(TableSortOrder))]
public sealed class NewTableSortOrderCommand : CatalogCommand
{
    private readonly List<TableSortField> _fields = [];

    /// <summary>The fields, the most important first, from New-TableSortField; they may come by the pipeline.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public TableSortField[] Field { get; set; } = [];

    /// <summary>The id of the order. The server gives one otherwise.</summary>
    [Parameter]
    public int? OrderId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => _fields.AddRange(Field);

    /// <inheritdoc />
    protected override void EndProcessing() => WriteObject(new TableSortOrder([.. _fields]) { OrderId = OrderId });
}
