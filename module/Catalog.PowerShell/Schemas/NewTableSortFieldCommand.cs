using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a field of a sort order.</summary>
/// <remarks>Nothing is sent anywhere. The column may be named before it has an id.</remarks>
[Cmdlet(VerbsCommon.New, "TableSortField", DefaultParameterSetName = "Source")]
[OutputType(typeof(TableSortField))]
public sealed class NewTableSortFieldCommand : CatalogCommand
{
    /// <summary>The name of the column.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Source")]
    [Alias("Column")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Source { get; set; }

    /// <summary>The id of the column.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SourceId")]
    public int SourceId { get; set; }

    /// <summary>The direction: asc or desc.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("asc", "desc")]
    public string Direction { get; set; } = "asc";

    /// <summary>Where nulls go: nulls-first or nulls-last. Without it, first when ascending and last when descending.</summary>
    [Parameter]
    [ValidateSet("nulls-first", "nulls-last")]
    public string? NullOrder { get; set; }

    /// <summary>What is done to the value before it is sorted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TransformCompleter))]
    public string Transform { get; set; } = "identity";

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        // The set's words are compared without case; the spec's are lower case.
        string direction = Direction.ToLowerInvariant();
        WriteObject(new TableSortField(Transform, direction, NullOrder?.ToLowerInvariant() ?? (direction == "asc" ? "nulls-first" : "nulls-last"))
        {
            Source = Source,
            SourceId = ParameterSetName == "SourceId" ? SourceId : null,
        });
    }
}
