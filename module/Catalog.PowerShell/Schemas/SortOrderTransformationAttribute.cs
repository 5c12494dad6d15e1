using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Schemas;

/// <summary>Takes a sort order as an object, a hashtable or JSON text; a list of fields will do.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortOrderTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.Unwrap(input) switch
    {
        TableSortOrder order => order,
        TableSortField field => new TableSortOrder([field]),
        IDictionary or PSCustomObject or string => LayoutReader.ReadOrder(RestFormList.FieldsOf(input), null),
        IEnumerable items when items.Cast<object?>().All(item => RestForm.Unwrap(item) is TableSortField)
            => new TableSortOrder([.. items.Cast<object>().Select(item => (TableSortField)RestForm.Unwrap(item)!)]),
        _ => LayoutReader.ReadOrder(RestForm.Read(input), null),
    };
}
