using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;

namespace Catalog.PowerShell.Json;

/// <summary>Takes builder objects, hashtables or JSON text for a parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public abstract class RestFormTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null)
        {
            return null;
        }

        try
        {
            return Convert(inputData);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or InvalidOperationException or InvalidCastException or KeyNotFoundException or PSInvalidCastException)
        {
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    private protected abstract object Convert(object input);
}
