using System.Text.Json;

namespace Catalog.Iceberg.Requests;

/// <summary>Turns what the JSON library throws at malformed text into the one error that callers know.</summary>
internal static class MalformedJson
{
    public static T Refuse<T>(JsonElement json, Func<JsonElement, T> read)
    {
        try
        {
            return read(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new MetadataValidationException($"Cannot parse: {e.Message}", null, e);
        }
    }
}
