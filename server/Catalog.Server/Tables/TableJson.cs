using System.Text.Json;
using Catalog.Core;
using Catalog.Server.Namespaces;

namespace Catalog.Server.Tables;

/// <summary>Lists of tables as JSON.</summary>
internal static class TableJson
{
    public static void Write(Utf8JsonWriter json, Page<TableName> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("identifiers"u8);
        foreach (TableName table in page.Items)
        {
            json.WriteStartObject();
            json.WritePropertyName("namespace"u8);
            NamespaceJson.WriteLevels(json, table.Namespace);
            json.WriteString("name"u8, table.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNextToken(page.NextToken);
        json.WriteEndObject();
    }
}
