using System.Text.Json.Nodes;

namespace Catalog.Contract.Tests.Documents;

/// <summary>Walks every node of a document with its JSON pointer.</summary>
internal static class DocumentWalk
{
    public static IEnumerable<(string Place, JsonObject Node)> Objects(JsonNode? node, string place = "")
    {
        if (node is JsonObject @object)
        {
            yield return (place, @object);
            foreach ((string key, JsonNode? value) in @object)
            {
                foreach ((string, JsonObject) inner in Objects(value, $"{place}/{key}"))
                {
                    yield return inner;
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                foreach ((string, JsonObject) inner in Objects(array[i], $"{place}/{i}"))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Every schema below a schema, itself included.</summary>
    public static IEnumerable<(string Place, JsonObject Schema)> Schemas(JsonObject schema, string place)
    {
        yield return (place, schema);
        foreach ((string key, JsonNode? value) in schema)
        {
            IEnumerable<(string Place, JsonNode? Node)> inner = key switch
            {
                "properties" or "patternProperties" => value!.AsObject().Select(p => ($"{place}/{key}/{p.Key}", p.Value)),
                "allOf" or "anyOf" or "oneOf" => value!.AsArray().Select((s, i) => ($"{place}/{key}/{i}", s)),
                "items" or "additionalProperties" or "not" => [($"{place}/{key}", value)],
                _ => [],
            };
            foreach ((string at, JsonNode? node) in inner)
            {
                if (node is JsonObject child)
                {
                    foreach ((string, JsonObject) found in Schemas(child, at))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    /// <summary>Every schema of a document's components, with those below it.</summary>
    public static IEnumerable<(string Place, JsonObject Schema)> Schemas(JsonObject document) =>
        document["components"]!["schemas"]!.AsObject().SelectMany(s => Schemas(s.Value!.AsObject(), s.Key));
}
