using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a column for New-TableSchema, New-Table or Update-TableSchema.</summary>
/// <remarks>Nothing is sent anywhere. Types are names such as long, decimal(10,2), list&lt;string&gt;, map&lt;string, long&gt; or struct&lt;a: int, b: required date&gt;.</remarks>
[Cmdlet(VerbsCommon.New, "TableField", DefaultParameterSetName = "Type")]
[OutputType(typeof(TableField))]
public sealed class NewTableFieldCommand : CatalogCommand
{
    /// <summary>The name of the column.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The type of the column.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "Type")]
    [ArgumentCompleter(typeof(TypeCompleter))]
    public TableType Type { get; set; } = null!;

    /// <summary>The fields of a nested struct, from New-TableField.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Struct")]
    [ValidateNotNullOrEmpty]
    public TableField[] Field { get; set; } = [];

    /// <summary>Says that the column is never null.</summary>
    [Parameter]
    public SwitchParameter Required { get; set; }

    /// <summary>What the column is for.</summary>
    [Parameter]
    public string? Doc { get; set; }

    /// <summary>The id of the field. Without it, an id is given when the schema is used.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Id { get; set; }

    /// <summary>The value that rows written before read as (format version 3).</summary>
    [Parameter]
    public object? InitialDefault { get; set; }

    /// <summary>The value that writers put where none is given (format version 3).</summary>
    [Parameter]
    public object? WriteDefault { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => WriteObject(new TableField(Name, ParameterSetName == "Struct" ? new TableType("struct", Field) : Type, Required)
    {
        Id = Id,
        Doc = Doc,
        InitialDefault = InitialDefault,
        WriteDefault = WriteDefault,
    });
}
