using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Commits;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Tables;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Schemas;

/// <summary>Changes the columns of a table by their names.</summary>
/// <remarks>
/// Columns inside structs, lists and maps are named by their path: address.street, lines.element.price. A dot inside a name is written \. .
/// Columns are removed first, then renamed, widened and so on; moves come last. After a conflicting commit of somebody else the change is
/// made again on the schema as it is then. With -WhatIf the change is shown and nothing is sent.
/// </remarks>
[Cmdlet(VerbsData.Update, "TableSchema", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo), typeof(CommitPreview))]
public sealed class UpdateTableSchemaCommand : CommittingCommand
{
    /// <summary>Columns to add: from New-TableField, as hashtables or JSON text, or as a hashtable of names and types.</summary>
    [Parameter]
    [FieldsTransformation]
    public TableField[]? AddColumn { get; set; }

    /// <summary>Columns to rename: a hashtable of old and new names.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary RenameColumn { get; set; } = new Hashtable();

    /// <summary>Columns to remove.</summary>
    [Parameter]
    [Alias("DropColumn")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] RemoveColumn { get; set; } = [];

    /// <summary>Columns to widen: a hashtable of names and wider types, such as int to long.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary WidenColumn { get; set; } = new Hashtable();

    /// <summary>Columns that may hold null from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] MakeOptional { get; set; } = [];

    /// <summary>What columns are for: a hashtable of names and texts.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary ColumnDoc { get; set; } = new Hashtable();

    /// <summary>A column to move to the front.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? MoveFirst { get; set; }

    /// <summary>Columns to move: a hashtable of names and the columns that they go before.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary MoveBefore { get; set; } = new Hashtable();

    /// <summary>Columns to move: a hashtable of names and the columns that they go behind.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary MoveAfter { get; set; } = new Hashtable();

    /// <summary>The columns that identify a row, in place of the ones before.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? IdentifierField { get; set; }

    /// <summary>Returns the table as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool IsEmpty => (AddColumn?.Length ?? 0) + RenameColumn.Count + RemoveColumn.Length + WidenColumn.Count + MakeOptional.Length + ColumnDoc.Count
        + MoveBefore.Count + MoveAfter.Count == 0 && MoveFirst is null && IdentifierField is null;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (IsEmpty)
        {
            WriteWarning("Nothing to do: no parameter names a change.");
            return;
        }

        string action = $"Change the schema of table {FullName}";
        if (ShouldProcess(action, $"{action}?", CommandName, out ShouldProcessReason reason))
        {
            Commit((metadata, _) => Plan(metadata), table => PassThru ? table : null);
        }
        else if (reason == ShouldProcessReason.WhatIf)
        {
            Call(FullName, async (connection, streams, stop) =>
            {
                Table table = await connection.Catalog.LoadTableAsync(Identifier, cancellationToken: stop).ConfigureAwait(false);
                CommitPlan plan = Plan(table.Metadata);
                TableUpdateView view = new(plan);
                await CommitPreviews.WriteAsync(connection, Namespace, Name, view.Requirements, view.Updates, streams, stop).ConfigureAwait(false);
            });
        }
    }

    private CommitPlan Plan(TableMetadata metadata) => ColumnDefaults.Add(new CommitBuilder(metadata).ChangeSchema(Change).Build(), AddColumn ?? []);

    private void Change(SchemaChange schema)
    {
        foreach (string column in RemoveColumn)
        {
            schema.DropColumn(column);
        }

        foreach ((string column, string newName) in PropertyText.Read(RenameColumn))
        {
            schema.RenameColumn(column, newName);
        }

        foreach ((string column, string type) in PropertyText.Read(WidenColumn))
        {
            schema.WidenColumn(column, ToSdk(TableType.Parse(type)));
        }

        foreach (string column in MakeOptional)
        {
            schema.MakeOptional(column);
        }

        foreach ((string column, string doc) in PropertyText.Read(ColumnDoc))
        {
            schema.SetDoc(column, doc);
        }

        foreach (TableField column in AddColumn ?? [])
        {
            schema.AddColumn(column.Name, ToSdk(column.Type), column.Doc, column.Required);
        }

        Move(schema);
        if (IdentifierField is { } identifier)
        {
            schema.SetIdentifier(identifier);
        }
    }

    private void Move(SchemaChange schema)
    {
        foreach ((string column, string other) in PropertyText.Read(MoveBefore))
        {
            schema.MoveBefore(column, other);
        }

        foreach ((string column, string other) in PropertyText.Read(MoveAfter))
        {
            schema.MoveAfter(column, other);
        }

        if (MoveFirst is { } first)
        {
            schema.MoveFirst(first);
        }
    }

    /// <summary>Ids are needed to read a nested type; the SDK gives new ones when it adds it.</summary>
    private static IcebergType ToSdk(TableType type)
    {
        System.Text.Json.Nodes.JsonObject schema = SchemaWriter.ToNode(new TableSchema([new TableField("column", type, required: false)]));
        FieldIds.Complete(schema, null, 0);
        return IcebergType.Parse(schema["fields"]![0]!["type"]!.ToJsonString());
    }
}
