using System.Management.Automation;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Takes a namespace as text, as an array of levels, or as an object that has one. Without it, PowerShell refuses an array for a single value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamespaceTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly NamespaceNameConverter Converter = new();

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null)
        {
            return null;
        }

        try
        {
            return Converter.ConvertFrom(inputData, typeof(NamespaceName), null!, ignoreCase: true);
        }
        catch (PSInvalidCastException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }
}
