using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes columns, one or many, as objects, hashtables or JSON text; a hashtable of names and types will do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldsTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => FieldInput.Read(input).ToArray();
}
