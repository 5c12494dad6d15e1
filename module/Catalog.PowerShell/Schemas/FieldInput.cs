using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Reads columns, one or many: objects, hashtables or JSON text in the spec's form, or a hashtable of names and types.</summary>
internal static class FieldInput
{
    public static IEnumerable<TableField> Read(object? input) => RestForm.Unwrap(input) switch
    {
        null => [],
        TableField field => [field],
        IDictionary pairs when IsShort(pairs) => pairs.Cast<DictionaryEntry>()
            .Select(pair => new TableField(pair.Key.ToString()!, LanguagePrimitives.ConvertTo<TableType>(RestForm.Unwrap(pair.Value)), required: false)),
        IDictionary or string or PSCustomObject => RestForm.ReadMany(input).Select(SchemaReader.ReadField),
        IEnumerable items => items.Cast<object?>().SelectMany(Read),
        _ => RestForm.ReadMany(input).Select(SchemaReader.ReadField),
    };

    /// <summary>A field of the spec has a name and a type; a list of columns has other keys, or no name.</summary>
    public static bool IsShort(IDictionary pairs)
        => pairs.Count > 0 && !(pairs.Contains("name") && pairs.Contains("type")) && pairs.Values.Cast<object?>().All(value => RestForm.Unwrap(value) is string or TableType);
}
