namespace Catalog.PowerShell.Json;

/// <summary>Finds the full names of fields by their ids.</summary>
internal static class SchemaFieldNames
{
    public static string? FindName(this TableSchema schema, int? id) => id is null ? null : Find(schema.Fields, id.Value, string.Empty);

    private static string? Find(IReadOnlyList<TableField> fields, int id, string prefix)
    {
        foreach (TableField field in fields)
        {
            if (field.Id == id)
            {
                return prefix + field.Name;
            }

            if (Find(field.Type.Fields, id, $"{prefix}{field.Name}.") is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
