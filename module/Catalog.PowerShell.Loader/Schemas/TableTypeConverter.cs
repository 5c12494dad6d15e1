using System.Management.Automation;

namespace Catalog;

/// <summary>Lets PowerShell make a type from text or from a schema.</summary>
public sealed class TableTypeConverter : PSTypeConverter
{
    /// <inheritdoc />
    public override bool CanConvertFrom(object sourceValue, Type destinationType)
        => (sourceValue is PSObject wrapped ? wrapped.BaseObject : sourceValue) is string or TableSchema;

    /// <inheritdoc />
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            return (sourceValue is PSObject wrapped ? wrapped.BaseObject : sourceValue) switch
            {
                TableSchema schema => new TableType("struct", [.. schema.Fields]),
                object text => TableType.Parse((string)text),
                null => throw new PSInvalidCastException("A type is needed."),
            };
        }
        catch (FormatException error)
        {
            throw new PSInvalidCastException(error.Message, error);
        }
    }

    /// <inheritdoc />
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc />
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
        => throw new PSInvalidCastException();
}
