using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes a partition spec as an object, a hashtable or JSON text; a list of fields will do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartitionSpecTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.Unwrap(input) switch
    {
        TablePartitionSpec spec => spec,
        TablePartitionField field => new TablePartitionSpec([field]),
        IDictionary or PSCustomObject or string => LayoutReader.ReadSpec(RestFormList.FieldsOf(input), null),
        IEnumerable items when items.Cast<object?>().All(item => RestForm.Unwrap(item) is TablePartitionField)
            => new TablePartitionSpec([.. items.Cast<object>().Select(item => (TablePartitionField)RestForm.Unwrap(item)!)]),
        _ => LayoutReader.ReadSpec(RestForm.Read(input), null),
    };
}
