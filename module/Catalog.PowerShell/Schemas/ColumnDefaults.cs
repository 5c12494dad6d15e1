using System.Text.Json;
using Catalog.PowerShell.Json;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Schemas;

/// <summary>Gives added columns the default values that the SDK's change of a schema has no place for.</summary>
internal static class ColumnDefaults
{
    public static CommitPlan Add(CommitPlan plan, IReadOnlyList<TableField> columns)
    {
        Dictionary<string, TableField> wanted = columns.Where(column => (column.InitialDefault ?? column.WriteDefault) is not null).ToDictionary(column => column.Name, StringComparer.Ordinal);
        if (wanted.Keys.FirstOrDefault(name => name.Contains('.', StringComparison.Ordinal)) is { } nested)
        {
            throw new ArgumentException($"The column '{nested}' is nested: give it its default by New-TableUpdate -AddSchema and Submit-TableCommit.");
        }

        return wanted.Count == 0 ? plan : plan with { Updates = [.. plan.Updates.Select(update => update is AddSchemaUpdate add ? add with { Schema = Add(add.Schema, wanted) } : update)] };
    }

    private static Schema Add(Schema schema, Dictionary<string, TableField> wanted) => schema with
    {
        Fields = [.. schema.Fields.Select(field => wanted.TryGetValue(field.Name, out TableField? column)
            ? field with { InitialDefault = ToJson(column.InitialDefault), WriteDefault = ToJson(column.WriteDefault) }
            : field)],
    };

    private static JsonElement? ToJson(object? value) => value is null ? null : RestForm.ToElement(value);
}
