using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a partition spec of partition fields, for New-Table or New-TableUpdate.</summary>
/// <remarks>Nothing is sent anywhere.</remarks>
[Cmdlet(VerbsCommon.New, "TablePartitionSpec")]
[OutputType(typeof(TablePartitionSpec))]
public sealed class NewTablePartitionSpecCommand : CatalogCommand
{
    private readonly List<TablePartitionField> _fields = [];

    /// <summary>The fields, from New-TablePartitionField; they may come by the pipeline.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public TablePartitionField[] Field { get; set; } = [];

    /// <summary>The id of the spec. The server gives one otherwise.</summary>
    [Parameter]
    public int? SpecId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => _fields.AddRange(Field);

    /// <inheritdoc />
    protected override void EndProcessing() => WriteObject(new TablePartitionSpec([.. _fields]) { SpecId = SpecId });
}
