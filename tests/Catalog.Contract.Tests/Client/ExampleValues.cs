using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Catalog.Contract.Tests.Client;

/// <summary>
/// Makes values out of schemas. Together the variants of a schema hold every property and every alternative, with
/// values that careless readers damage.
/// </summary>
internal sealed class ExampleValues(JsonObject document)
{
    private const int MaxNesting = 1;

    private static readonly string[] Fragile =
    [
        "2020-01-01T00:00:00Z", "F47AC10B-58CC-4372-A567-0E02B2C3D479", "9007199254740993", "1.0", "true", "null", "", " a\u001fb/ä\"\\ ",
    ];

    private static readonly string[] Candidates = ["2020-01-01T00:00:00Z", "PT24H", "GET /v1/{prefix}/namespaces", "name"];

    public IReadOnlyList<JsonNode> Of(string schemaName) => [.. Variants(new JsonObject { ["$ref"] = "#/components/schemas/" + schemaName }, 0)];

    public JsonNode One(JsonObject schema) => Variants(schema, 0)[^1];

    private List<JsonNode> Variants(JsonObject schema, int depth)
    {
        if (schema["const"] is { } constant)
        {
            return [constant.DeepClone()];
        }

        if (schema["enum"] is JsonArray values)
        {
            return [.. values.Select(v => v!.DeepClone())];
        }

        if (schema["$ref"] is { } reference)
        {
            JsonObject target = Resolve(reference.GetValue<string>());
            return IsBase(target)
                ? [.. Mapped(target).SelectMany(child => Variants(child, depth))]
                : Variants(target, target["discriminator"] is null ? depth : depth + 1);
        }

        if (schema["allOf"] is JsonArray all)
        {
            return Objects(all.Select(part => Follow(part!.AsObject())).SelectMany(Properties), depth);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray alternatives && schema["properties"] is null)
        {
            IEnumerable<JsonObject> nested = alternatives.Select(a => a!.AsObject());
            return [.. (depth > MaxNesting ? nested.Take(1) : nested).SelectMany(a => Variants(a, depth))];
        }

        return TypeOf(schema) switch
        {
            "object" when schema["additionalProperties"] is JsonObject map => [Map(schema, map, depth)],
            "object" when schema["properties"] is null => schema["additionalProperties"] is null
                ? [new JsonObject { ["any"] = new JsonArray(1, "2020-01-01T00:00:00Z", false) }]
                : [new JsonObject()],
            "object" => Objects(Properties(schema), depth),
            "array" => [new JsonArray([.. Variants(schema["items"]?.AsObject() ?? new JsonObject { ["type"] = "string" }, depth)])],
            "integer" => [Integer(schema)],
            "number" => [JsonValue.Create(12.25m)],
            "boolean" => [JsonValue.Create(true), JsonValue.Create(false)],
            _ => schema["format"]?.GetValue<string>() == "date-time" ? ["2026-11-24T10:30:00+00:00"] : [JsonValue.Create(Text(schema))],
        };
    }

    private List<JsonNode> Objects(IEnumerable<KeyValuePair<string, JsonNode?>> properties, int depth)
    {
        // A later part of an allOf says a property more precisely.
        Dictionary<string, List<JsonNode>> members = [];
        foreach ((string name, JsonNode? schema) in properties)
        {
            members[name] = Variants(schema!.AsObject(), depth);
        }

        return [.. Enumerable.Range(0, members.Values.Max(v => v.Count)).Select(i => new JsonObject(
            members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value[Math.Min(i, m.Value.Count - 1)].DeepClone()))))];
    }

    private JsonObject Map(JsonObject schema, JsonObject values, int depth)
    {
        IEnumerable<JsonNode> held = values["$ref"] is null && TypeOf(values) == "string" ? Fragile.Select(f => (JsonNode)f) : Variants(values, depth);
        JsonObject map = new(held.Select((value, i) => KeyValuePair.Create($"key.{i}", (JsonNode?)value.DeepClone())));
        foreach (JsonNode? name in schema["required"] as JsonArray ?? [])
        {
            map[name!.GetValue<string>()] = "append";
        }

        return map;
    }

    private static JsonValue Integer(JsonObject schema) => schema["maximum"] is { } maximum
        ? JsonValue.Create(maximum.GetValue<long>())
        : JsonValue.Create(schema["format"]?.GetValue<string>() == "int64" ? 9007199254740993 : 7);

    private static string Text(JsonObject schema) => schema["format"]?.GetValue<string>() == "uuid"
        ? "019a3f1e-79b0-7cc3-98c4-dc0c0c07398f"
        : Candidates.First(text => schema["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.GetValue<string>()));

    private static string TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => many.Select(t => t!.GetValue<string>()).First(t => t != "null"),
        JsonValue one => one.GetValue<string>(),
        _ => "string",
    };

    private static bool IsBase(JsonObject schema) => schema["discriminator"] is not null && schema["oneOf"] is null;

    private static IEnumerable<JsonObject> Mapped(JsonObject schema) => schema["discriminator"]!["mapping"]!.AsObject()
        .Select(m => new JsonObject { ["$ref"] = m.Value!.GetValue<string>() });

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonObject schema) => schema["properties"]!.AsObject();

    private JsonObject Follow(JsonObject schema) => schema["$ref"] is { } reference ? Resolve(reference.GetValue<string>()) : schema;

    private JsonObject Resolve(string reference) => document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject();
}
