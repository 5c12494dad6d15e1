using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes columns, one or many, as objects, hashtables or JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldsTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input)
        => RestForm.Unwrap(input) is TableField field ? new[] { field }
            : input is TableField[] fields ? fields
            : RestForm.ReadMany(input).Select(SchemaReader.ReadField).ToArray();
}
