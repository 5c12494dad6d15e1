using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a field of a partition spec.</summary>
/// <remarks>Nothing is sent anywhere. The column may be named before it has an id.</remarks>
[Cmdlet(VerbsCommon.New, "TablePartitionField", DefaultParameterSetName = "Source")]
[OutputType(typeof(TablePartitionField))]
public sealed class NewTablePartitionFieldCommand : CatalogCommand
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

    /// <summary>What becomes of the column's value: identity, year, month, day, hour, bucket[16], truncate[10] or void.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TransformCompleter))]
    public string Transform { get; set; } = "identity";

    /// <summary>The name of the partition field. Without it, it is made of the column's name and the transform.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The id of the partition field. The server gives one otherwise.</summary>
    [Parameter]
    public int? FieldId { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => WriteObject(new TablePartitionField(Name ?? DefaultName(), Transform)
    {
        Source = Source,
        SourceId = ParameterSetName == "SourceId" ? SourceId : null,
        FieldId = FieldId,
    });

    /// <summary>Names a field as Iceberg's own builders do.</summary>
    private string DefaultName()
    {
        string column = Source?.Replace('.', '_') ?? $"field_{SourceId}";
        string kind = Transform.Split('[')[0];
        return kind switch
        {
            "identity" => column,
            "truncate" => $"{column}_trunc",
            "void" => $"{column}_null",
            _ => $"{column}_{kind}",
        };
    }
}
