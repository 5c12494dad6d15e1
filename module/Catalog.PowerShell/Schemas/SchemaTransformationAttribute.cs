using System.Collections;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes a schema as an object, a hashtable or JSON text; columns, or a hashtable of names and types, will do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SchemaTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.Unwrap(input) switch
    {
        TableSchema schema => schema,
        TableField field => new TableSchema([field]),
        IDictionary pairs when FieldInput.IsShort(pairs) => new TableSchema([.. FieldInput.Read(pairs)]),
        IEnumerable items and not (string or IDictionary) => new TableSchema([.. FieldInput.Read(items)]),
        _ => SchemaReader.ReadSchema(RestForm.Read(input)),
    };
}
