using System.Text.Json;
using System.Text.Json.Serialization;

namespace Catalog.Sdk.Serialization;

/// <summary>A namespace is an array of its levels.</summary>
internal sealed class NamespaceNameConverter : JsonConverter<NamespaceName>
{
    public override NamespaceName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string[] levels = JsonSerializer.Deserialize(ref reader, CatalogJson.Default.StringArray) ?? [];
        try
        {
            return new NamespaceName(levels);
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, NamespaceName value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string level in value.Levels)
        {
            writer.WriteStringValue(level);
        }

        writer.WriteEndArray();
    }
}
