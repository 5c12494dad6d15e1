namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of columns, nested ones too, of the table or schema on the line.</summary>
public sealed class ColumnCompleter : CatalogCompleter
{
    private protected override bool NeedsSession => false;

    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => scope.Value("Schema") is TableSchema schema ? Columns(schema.Fields, string.Empty)
            : scope.Connection is null ? []
            : scope.OfTable("columns", table => Columns(table.Schema.Fields, string.Empty));

    private static IEnumerable<Candidate> Columns(IReadOnlyList<TableField> fields, string prefix)
        => fields.SelectMany(field => Columns(field.Type.Fields, $"{prefix}{field.Name}.")
            .Prepend(new Candidate(prefix + field.Name, $"{field.Type}{(field.Required ? ", required" : string.Empty)}{(field.Doc is null ? string.Empty : $": {field.Doc}")}")));
}
