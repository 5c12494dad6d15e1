using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Catalog.Core;

/// <summary>Properties as the database keeps them: one JSON object, in the order they were set.</summary>
internal static class PropertyJson
{
    public static string Write(IReadOnlyDictionary<string, string> properties)
    {
        if (properties.Count == 0)
        {
            return "{}";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string key, string value) in properties)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Dictionary<string, string> Read(string json)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json == "{}")
        {
            return properties;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            properties.Add(property.Name, property.Value.GetString()!);
        }

        return properties;
    }
}
