using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Schemas;
using Catalog.PowerShell.Sessions;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>Makes a table.</summary>
/// <remarks>
/// Schema, partition spec and sort order are objects of the builders (New-TableSchema and others), hashtables or JSON text in the form
/// of the Iceberg REST specification. The server gives the fields their ids. AIStor Tables chooses the location by itself.
/// </remarks>
[Cmdlet(VerbsCommon.New, "Table", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo))]
public sealed class NewTableCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Namespace { get; set; } = null!;

    /// <summary>The name of the new table.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Table")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The columns: a schema or fields from the builders, a hashtable, or JSON text.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [SchemaTransformation]
    public TableSchema Schema { get; set; } = null!;

    /// <summary>How the table is divided: a spec or fields from the builders, a hashtable, or JSON text.</summary>
    [Parameter]
    [PartitionSpecTransformation]
    public TablePartitionSpec? PartitionSpec { get; set; }

    /// <summary>How writers sort rows: an order or fields from the builders, a hashtable, or JSON text.</summary>
    [Parameter]
    [SortOrderTransformation]
    public TableSortOrder? SortOrder { get; set; }

    /// <summary>Properties to begin with. 'format-version' chooses the version of the format.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <summary>Where the table's files go. Without it, the server chooses.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Location { get; set; }

    /// <summary>Prepares the table only; a commit with the requirement assert-create makes it.</summary>
    [Parameter]
    public SwitchParameter Stage { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"table {Namespace}.{Name}", Stage ? "Prepare" : "Make"))
        {
            return;
        }

        Call($"{Namespace}.{Name}", async (connection, streams, stop) =>
        {
            CreateTableRequest request = Request();
            Table table = await connection.Catalog.CreateTableAsync(Namespace.ToSdk(), request, cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            TableInfo made = TableReader.Read(table);
            if (Location is { } wish && made.Location.TrimEnd('/') != wish.TrimEnd('/'))
            {
                streams.Warn($"The server manages locations: the table is at {made.Location}, not at {wish}.");
            }

            await streams.WriteAsync(made, stop).ConfigureAwait(false);
        });
    }

    private CreateTableRequest Request()
    {
        JsonObject schema = SchemaWriter.ToNode(Schema);
        FieldIds.Complete(schema, null, 0);
        TableSchema complete = SchemaReader.ReadSchema(RestForm.Parse(schema.ToJsonString()));
        return new CreateTableRequest
        {
            Name = Name,
            Location = Location,
            Schema = Sdk.Tables.Schema.Parse(schema.ToJsonString()),
            PartitionSpec = PartitionSpec is null ? null : SdkLayout.ToSpec(LayoutWriter.ToNode(PartitionSpec), complete),
            WriteOrder = SortOrder is null ? null : SdkLayout.ToOrder(LayoutWriter.ToNode(SortOrder), complete),
            StageCreate = Stage,
            Properties = PropertyText.Read(Property),
        };
    }
}
