using System.Text.Json.Nodes;

namespace Catalog.Testing.Contract;

/// <summary>Reads operations out of a document, following its references.</summary>
internal static class ContractReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<ContractOperation> ReadOperations(JsonObject document)
    {
        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? node) in item!.AsObject())
            {
                if (Methods.Contains(method))
                {
                    JsonObject operation = node!.AsObject();
                    yield return new ContractOperation(
                        operation["operationId"]!.GetValue<string>(),
                        method.ToUpperInvariant(),
                        path,
                        [.. ReadParameters(document, item["parameters"]), .. ReadParameters(document, operation["parameters"])],
                        ReadContent(operation["requestBody"] is { } body ? Resolve(document, body) : null),
                        [.. operation["responses"]!.AsObject().Select(
                            r => new ContractResponse(r.Key, ReadContent(Resolve(document, r.Value!))))]);
                }
            }
        }
    }

    /// <summary>Follows a reference, if the node is one.</summary>
    public static JsonObject Resolve(JsonObject document, JsonNode node)
    {
        while (node is JsonObject holder && holder["$ref"] is { } reference)
        {
            node = reference.GetValue<string>()[2..].Split('/').Aggregate((JsonNode)document, (at, name) => at[name]!);
        }

        return node.AsObject();
    }

    private static IEnumerable<ContractParameter> ReadParameters(JsonObject document, JsonNode? parameters) =>
        (parameters as JsonArray ?? []).Select(node =>
        {
            JsonObject parameter = Resolve(document, node!);
            return new ContractParameter(
                parameter["name"]!.GetValue<string>(),
                parameter["in"]!.GetValue<string>(),
                parameter["required"]?.GetValue<bool>() ?? false,
                Resolve(document, parameter["schema"]!));
        });

    // Every body's schema is a named one (a test holds that), so its name is enough.
    private static Dictionary<string, string> ReadContent(JsonObject? holder) =>
        (holder?["content"]?.AsObject() ?? []).ToDictionary(
            media => media.Key,
            media => media.Value!["schema"]!["$ref"]!.GetValue<string>()[ContractSchemas.ReferencePrefix.Length..]);
}
