using System.Text.Json;
using Catalog.Core;
using Catalog.Server.Namespaces;

namespace Catalog.Server.Tables;

/// <summary>Lists of tables as JSON.</summary>
internal static class TableJson
{
    public static void Write(Utf8JsonWriter json, (NamespaceName Namespace, Page<string> Page) list)
    {
        json.WriteStartObject();
        json.WriteStartArray("identifiers"u8);
        foreach (string name in list.Page.Items)
        {
            json.WriteStartObject();
            json.WritePropertyName("namespace"u8);
            NamespaceJson.WriteLevels(json, list.Namespace);
            json.WriteString("name"u8, name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNextToken(list.Page.NextToken);
        json.WriteEndObject();
    }
}
