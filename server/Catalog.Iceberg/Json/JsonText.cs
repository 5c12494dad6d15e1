using System.Text.Encodings.Web;
using System.Text.Json;

namespace Catalog.Iceberg.Json;

/// <summary>Strings as JSON, escaped no more than JSON asks for.</summary>
internal static class JsonText
{
    public static JsonEncodedText Encode(string value)
    {
        try
        {
            return JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        }
        catch (ArgumentException e)
        {
            throw new MetadataValidationException("A string is not valid Unicode", null, e);
        }
    }
}
