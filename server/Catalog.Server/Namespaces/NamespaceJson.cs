using System.Text.Json;
using Catalog.Core;

namespace Catalog.Server.Namespaces;

/// <summary>Namespaces as JSON.</summary>
internal static class NamespaceJson
{
    public static void Write(Utf8JsonWriter json, CatalogNamespace found)
    {
        json.WriteStartObject();
        json.WritePropertyName("namespace"u8);
        WriteLevels(json, found.Name);
        json.WriteStartObject("properties"u8);
        foreach ((string key, string value) in found.Properties)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Page<NamespaceName> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("namespaces"u8);
        foreach (NamespaceName name in page.Items)
        {
            WriteLevels(json, name);
        }

        json.WriteEndArray();
        json.WriteNextToken(page.NextToken);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, PropertiesUpdate update)
    {
        json.WriteStartObject();
        WriteList(json, "updated"u8, update.Updated);
        WriteList(json, "removed"u8, update.Removed);
        WriteList(json, "missing"u8, update.Missing);
        json.WriteEndObject();
    }

    public static void WriteLevels(Utf8JsonWriter json, NamespaceName name)
    {
        json.WriteStartArray();
        foreach (string level in name.Levels)
        {
            json.WriteStringValue(level);
        }

        json.WriteEndArray();
    }

    /// <summary>Nothing at the end of a list: an empty token makes some clients ask for ever.</summary>
    public static void WriteNextToken(this Utf8JsonWriter json, string? token)
    {
        if (token is not null)
        {
            json.WriteString("next-page-token"u8, token);
        }
    }

    private static void WriteList(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
