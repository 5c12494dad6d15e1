using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.Iceberg.Manifests;

/// <summary>
/// Makes the reader's schema out of the writer's: the wanted fields, found by their Iceberg field ids whatever their
/// names, in the writer's own types. Schemas that refer to themselves are refused, because the values of such a schema
/// can nest without end.
/// </summary>
internal sealed class AvroProjection
{
    private const int MaxNodes = 20_000;
    private const int MaxDepth = 64;

    private readonly Dictionary<string, JsonObject> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Returns the projected schema; <paramref name="wanted"/> tells which field ids of which record to keep.</summary>
    public static string Of(string writerSchema, IReadOnlyDictionary<int, string> wanted)
    {
        try
        {
            JsonNode root = JsonNode.Parse(writerSchema, null, new JsonDocumentOptions { MaxDepth = MaxDepth })
                ?? throw new MetadataValidationException("Corrupt Avro file: no schema");
            new AvroProjection().Visit(root, 0);
            return (Project(root, wanted) ?? throw new MetadataValidationException("Avro file does not hold the fields of a manifest")).ToJsonString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new MetadataValidationException("Corrupt Avro file: invalid schema", null, e);
        }
    }

    private static JsonObject? Project(JsonNode type, IReadOnlyDictionary<int, string> wanted)
    {
        if (type is not JsonObject record || record["fields"] is not JsonArray fields)
        {
            return null;
        }

        var kept = new JsonArray();
        foreach (JsonNode? item in fields)
        {
            if (item is not JsonObject given || given["field-id"] is not JsonValue idValue || !idValue.TryGetValue(out int id) || !wanted.ContainsKey(id))
            {
                continue;
            }

            JsonNode fieldType = given["type"] ?? throw new MetadataValidationException("Corrupt Avro file: invalid schema");
            JsonObject? inner = Project(fieldType, wanted);
            kept.Add(new JsonObject
            {
                ["name"] = given["name"]?.DeepClone(),
                ["type"] = inner is null ? fieldType.DeepClone() : inner,
                ["field-id"] = id,
            });
        }

        return kept.Count == 0
            ? null
            : new JsonObject { ["type"] = "record", ["name"] = record["name"]?.DeepClone(), ["fields"] = kept };
    }

    /// <summary>A type can be called with or without its namespace; what matters here is only that no call is missed.</summary>
    private static string SimpleName(string name) => name[(name.LastIndexOf('.') + 1)..];

    private void Visit(JsonNode type, int depth)
    {
        if (++_nodes > MaxNodes || depth > MaxDepth)
        {
            throw new MetadataValidationException("Avro schema is too large");
        }

        switch (type)
        {
            case JsonArray union:
                foreach (JsonNode? branch in union)
                {
                    Visit(branch!, depth + 1);
                }

                break;
            case JsonObject complex:
                VisitObject(complex, depth);
                break;
            case JsonValue value when value.TryGetValue(out string? name) && _named.TryGetValue(SimpleName(name), out JsonObject? known):
                VisitObject(known, depth);
                break;
        }
    }

    private void VisitObject(JsonObject type, int depth)
    {
        string? name = type["name"] is { } declared ? SimpleName(declared.GetValue<string>()) : null;
        if (name is not null)
        {
            _named[name] = type;
            if (!_open.Add(name))
            {
                throw new MetadataValidationException("Avro schema refers to itself");
            }
        }

        if (type["fields"] is JsonArray fields)
        {
            foreach (JsonNode? field in fields)
            {
                Visit(field!["type"]!, depth + 1);
            }
        }

        foreach (string inner in (ReadOnlySpan<string>)["items", "values"])
        {
            if (type[inner] is { } item)
            {
                Visit(item, depth + 1);
            }
        }

        if (type["type"] is JsonObject or JsonArray)
        {
            Visit(type["type"]!, depth + 1);
        }

        if (name is not null)
        {
            _open.Remove(name);
        }
    }
}
