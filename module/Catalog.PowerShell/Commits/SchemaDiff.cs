namespace Catalog.PowerShell.Commits;

/// <summary>Compares two schemas of a table field by field; a field is the same one where its id is.</summary>
internal static class SchemaDiff
{
    public static IEnumerable<CommitDifference> Read(TableSchema before, TableSchema after)
    {
        Dictionary<int, (string Path, TableField Field)> old = Flatten(before.Fields, string.Empty).ToDictionary(entry => entry.Id, entry => (entry.Path, entry.Field));
        HashSet<int> seen = [];
        foreach ((int id, string path, TableField field) in Flatten(after.Fields, string.Empty))
        {
            seen.Add(id);
            if (!old.TryGetValue(id, out (string Path, TableField Field) known))
            {
                yield return new CommitDifference("schema", path, null, Describe(field));
            }
            else if (known.Path != path || Describe(known.Field) != Describe(field))
            {
                yield return new CommitDifference("schema", path, Named(known.Path, path, known.Field), Named(path, known.Path, field));
            }
        }

        foreach ((int id, (string path, TableField field)) in old)
        {
            if (!seen.Contains(id))
            {
                yield return new CommitDifference("schema", path, Describe(field), null);
            }
        }

        if (!before.IdentifierFieldIds.Order().SequenceEqual(after.IdentifierFieldIds.Order()))
        {
            yield return new CommitDifference("schema", "identifier fields", Ids(before), Ids(after));
        }
    }

    private static IEnumerable<(int Id, string Path, TableField Field)> Flatten(IReadOnlyList<TableField> fields, string prefix)
    {
        foreach (TableField field in fields)
        {
            if (field.Id is { } id)
            {
                yield return (id, prefix + field.Name, field);
            }

            foreach ((int Id, string Path, TableField Field) inner in Flatten(field.Type.Fields, $"{prefix}{field.Name}."))
            {
                yield return inner;
            }
        }
    }

    /// <summary>A nested type shows as its kind alone: its fields have lines of their own.</summary>
    private static string Describe(TableField field)
        => $"{field.Type.Name}{(field.Required ? ", required" : string.Empty)}{(field.Doc is { } doc ? $", '{doc}'" : string.Empty)}{(field.WriteDefault is { } value ? $", default {value}" : string.Empty)}";

    private static string Named(string path, string other, TableField field) => path == other ? Describe(field) : $"{path} ({Describe(field)})";

    private static string Ids(TableSchema schema) => schema.IdentifierFieldIds.Count == 0 ? "none" : string.Join(", ", schema.IdentifierFieldIds);
}
