using System.Text.Json;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Iceberg;

/// <summary>Reads tables and identifiers of answers. The metadata's bytes are kept as they came.</summary>
internal static class TableReader
{
    public static Table Read(TableIdentifier identifier, CatalogResponse answer)
    {
        ReadOnlyMemory<byte> body = answer.Body;
        var reader = new Utf8JsonReader(body.Span);
        ReadOnlyMemory<byte> metadata = default;
        string? location = null;
        IReadOnlyDictionary<string, string>? config = null;
        IReadOnlyList<StorageCredential>? credentials = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A table is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "metadata":
                    int start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    metadata = body[start..(int)reader.BytesConsumed];
                    break;
                case "metadata-location":
                    location = reader.GetString();
                    break;
                case "config":
                    config = JsonSerializer.Deserialize(ref reader, CatalogJson.Default.IReadOnlyDictionaryStringString);
                    break;
                case "storage-credentials":
                    credentials = JsonSerializer.Deserialize(ref reader, CatalogJson.Default.IReadOnlyListStorageCredential);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new Table(identifier, TableMetadata.Parse(metadata.Span))
        {
            MetadataLocation = location,
            MetadataUtf8 = metadata,
            Config = config ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty,
            StorageCredentials = credentials ?? [],
            ETag = answer.GetHeader("ETag"),
        };
    }

    /// <summary>Reads the tables of a list. Those of the listed namespace share its name object: a list may be long.</summary>
    public static IReadOnlyList<TableIdentifier> ReadIdentifiers(JsonElement json, NamespaceName listed)
    {
        List<TableIdentifier> identifiers = [];
        foreach (JsonElement entry in json.GetProperty("identifiers").EnumerateArray())
        {
            JsonElement levels = entry.GetProperty("namespace");
            bool same = levels.GetArrayLength() == listed.Levels.Length
                && levels.EnumerateArray().Zip(listed.Levels).All(pair => pair.First.ValueEquals(pair.Second));
            NamespaceName name = same ? listed : new NamespaceName(levels.EnumerateArray().Select(l => l.GetString()!));
            identifiers.Add(new TableIdentifier(name, entry.GetProperty("name").GetString()!));
        }

        return identifiers;
    }

    public static void WriteIdentifier(Utf8JsonWriter writer, TableIdentifier table)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("namespace");
        foreach (string level in table.Namespace.Levels)
        {
            writer.WriteStringValue(level);
        }

        writer.WriteEndArray();
        writer.WriteString("name", table.Name);
        writer.WriteEndObject();
    }
}
