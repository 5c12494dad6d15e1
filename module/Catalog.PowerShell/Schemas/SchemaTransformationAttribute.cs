using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes a schema as an object, a hashtable or JSON text; a list of fields will do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SchemaTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.Unwrap(input) switch
    {
        TableSchema schema => schema,
        TableField field => new TableSchema([field]),
        IEnumerable items and not (string or IDictionary) => new TableSchema([.. items.Cast<object?>().Select(ToField)]),
        _ => SchemaReader.ReadSchema(RestForm.Read(input)),
    };

    private static TableField ToField(object? item) => RestForm.Unwrap(item) switch
    {
        TableField field => field,
        null => throw new JsonException("A field of the schema is null."),
        _ => SchemaReader.ReadField(RestForm.Read(item!)),
    };
}
