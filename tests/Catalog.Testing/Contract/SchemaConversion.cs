using System.Text.Json.Nodes;

namespace Catalog.Testing.Contract;

/// <summary>
/// Turns OpenAPI's schemas into JSON Schema, and says in it what OpenAPI leaves to discriminators and to good will:
/// an update must fit the schema of its action, and our own answers carry nothing that is not documented.
/// </summary>
internal static class SchemaConversion
{
    private static readonly string[] AssertedFormats = ["date-time", "uuid"];

    public static JsonObject Convert(JsonObject document)
    {
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        Dictionary<string, JsonObject> bases = schemas
            .Where(s => s.Value!["discriminator"] is not null && s.Value["oneOf"] is null)
            .ToDictionary(s => s.Key, s => s.Value!["discriminator"]!.AsObject());
        HashSet<string> closed = ClosedSchemas(document, schemas);

        JsonObject definitions = [];
        foreach ((string name, JsonNode? schema) in schemas)
        {
            JsonNode converted = ConvertNode(schema!, bases, isChild: false);
            if (closed.Contains(name))
            {
                converted["additionalProperties"] = false;
            }

            if (bases.TryGetValue(name, out JsonObject? discriminator))
            {
                definitions[BaseName(name)] = converted;
                converted = Dispatch(name, discriminator);
            }

            definitions[name] = converted;
        }

        return definitions;
    }

    private static string BaseName(string name) => name + ".base";

    private static JsonObject Dispatch(string name, JsonObject discriminator)
    {
        JsonArray all = [new JsonObject { ["$ref"] = "#/$defs/" + BaseName(name) }];
        string property = discriminator["propertyName"]!.GetValue<string>();
        foreach ((string value, JsonNode? target) in discriminator["mapping"]!.AsObject())
        {
            all.Add(new JsonObject
            {
                ["if"] = new JsonObject
                {
                    ["properties"] = new JsonObject { [property] = new JsonObject { ["const"] = value } },
                    ["required"] = new JsonArray(property),
                },
                ["then"] = new JsonObject { ["$ref"] = Definition(target!.GetValue<string>()) },
            });
        }

        return new JsonObject { ["allOf"] = all };
    }

    private static JsonNode ConvertNode(JsonNode node, Dictionary<string, JsonObject> bases, bool isChild)
    {
        if (node is JsonArray array)
        {
            return new JsonArray([.. array.Select(item => item is null ? null : ConvertNode(item, bases, isChild))]);
        }

        if (node is not JsonObject schema)
        {
            return node.DeepClone();
        }

        JsonObject converted = [];
        foreach ((string key, JsonNode? value) in schema)
        {
            if (key is "discriminator" or "example" or "examples" or "default" || key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (key == "format" && !AssertedFormats.Contains(value?.ToString()))
            {
                continue;
            }

            converted[key] = key switch
            {
                "$ref" => Reference(value!.GetValue<string>(), bases, isChild),
                "properties" => new JsonObject(value!.AsObject().Select(
                    p => KeyValuePair.Create<string, JsonNode?>(p.Key, ConvertNode(p.Value!, bases, isChild: false)))),
                "allOf" => ConvertNode(value!, bases, isChild: true),
                _ => value is null ? null : ConvertNode(value, bases, isChild: false),
            };
        }

        return converted;
    }

    private static string Reference(string reference, Dictionary<string, JsonObject> bases, bool isChild)
    {
        string definition = Definition(reference);
        return isChild && bases.ContainsKey(definition["#/$defs/".Length..]) ? BaseName(definition) : definition;
    }

    private static string Definition(string reference) =>
        "#/$defs/" + reference[ContractSchemas.ReferencePrefix.Length..];

    // Table metadata is the format's own and may hold what we do not know; everything around it is ours.
    private static HashSet<string> ClosedSchemas(JsonObject document, JsonObject schemas)
    {
        HashSet<string> open = Reachable(schemas, ["TableMetadata"]);
        HashSet<string> answered = Reachable(schemas, ContractReader.ReadOperations(document)
            .SelectMany(operation => operation.Responses)
            .SelectMany(response => response.Schemas.Values));
        return [.. answered.Except(open).Where(name => schemas[name]!["properties"] is not null)];
    }

    private static HashSet<string> Reachable(JsonObject schemas, IEnumerable<string> from)
    {
        HashSet<string> reached = [];
        Queue<string> todo = new(from);
        while (todo.TryDequeue(out string? name))
        {
            if (reached.Add(name))
            {
                foreach (string reference in References(schemas[name]!))
                {
                    todo.Enqueue(reference);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject schema => schema.SelectMany(member => member switch
        {
            { Key: "$ref" } => [member.Value!.GetValue<string>()[ContractSchemas.ReferencePrefix.Length..]],
            { Key: "discriminator" } or { Value: null } => [],
            _ => References(member.Value),
        }),
        JsonArray array => array.SelectMany(item => item is null ? [] : References(item)),
        _ => [],
    };
}
