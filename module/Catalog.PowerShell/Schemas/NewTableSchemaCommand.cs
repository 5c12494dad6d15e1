using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Schemas;

/// <summary>Makes a schema of columns, for New-Table or New-TableUpdate.</summary>
/// <remarks>Nothing is sent anywhere. Columns are objects of New-TableField, hashtables or JSON text; they may come by the pipeline.</remarks>
[Cmdlet(VerbsCommon.New, "TableSchema")]
[OutputType(typeof(TableSchema))]
public sealed class NewTableSchemaCommand : CatalogCommand
{
    private readonly List<TableField> _fields = [];

    /// <summary>The columns.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [FieldsTransformation]
    public TableField[] Field { get; set; } = [];

    /// <summary>The names of the columns that identify a row.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] IdentifierField { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord() => _fields.AddRange(Field);

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        TableSchema schema = new([.. _fields]) { IdentifierNames = IdentifierField };
        string[] unknown = [.. IdentifierField.Where(name => schema.FindField(name) is null)];
        if (unknown.Length > 0)
        {
            ThrowTerminatingError(Errors.ErrorTranslation.ToRecord(new ArgumentException($"No column is named {string.Join(", ", unknown)}."), schema, commit: false));
        }

        WriteObject(schema);
    }
}
