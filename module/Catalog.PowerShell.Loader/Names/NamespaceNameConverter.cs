using System.Collections;
using System.Management.Automation;

namespace Catalog;

/// <summary>Lets PowerShell make a namespace's name from text, from an array of levels, or from an object that has one.</summary>
public sealed class NamespaceNameConverter : PSTypeConverter
{
    /// <inheritdoc />
    public override bool CanConvertFrom(object sourceValue, Type destinationType)
        => destinationType == typeof(NamespaceName) && sourceValue is not null;

    /// <inheritdoc />
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        object value = sourceValue is PSObject wrapped ? wrapped.BaseObject : sourceValue;
        try
        {
            return value switch
            {
                NamespaceName name => name,
                NamespaceSummary summary => summary.Namespace,
                TableSummary table => table.Namespace,
                string text => NamespaceName.Parse(text),
                IDictionary or PSCustomObject => FromProperty(sourceValue),
                IEnumerable levels => new NamespaceName([.. levels.Cast<object?>().Select(level => level?.ToString() ?? string.Empty)]),
                _ => NamespaceName.Parse(value.ToString() ?? string.Empty),
            };
        }
        catch (ArgumentException error)
        {
            throw new PSInvalidCastException(error.Message, error);
        }
    }

    /// <inheritdoc />
    public override bool CanConvertTo(object sourceValue, Type destinationType)
        => sourceValue is NamespaceName && destinationType == typeof(string[]);

    /// <inheritdoc />
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
        => ((NamespaceName)sourceValue).Levels.ToArray();

    private object FromProperty(object source)
    {
        object? inner = source is PSObject { BaseObject: IDictionary inside } ? inside["Namespace"]
            : source is IDictionary dictionary ? dictionary["Namespace"]
            : PSObject.AsPSObject(source).Properties["Namespace"]?.Value;
        return inner is null
            ? throw new PSInvalidCastException("The object has no property 'Namespace'.")
            : ConvertFrom(inner, typeof(NamespaceName), null!, ignoreCase: true);
    }
}
