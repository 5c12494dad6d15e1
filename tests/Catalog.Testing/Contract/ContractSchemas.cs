using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Catalog.Testing.Contract;

/// <summary>The contract's schemas, validated as JSON Schema 2020-12, which OpenAPI 3.1 uses.</summary>
public sealed class ContractSchemas
{
    internal const string ReferencePrefix = "#/components/schemas/";
    private const string Base = "https://contract.test/schemas";
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.Hierarchical, RequireFormatValidation = true };

    private readonly BuildOptions _build = new() { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft202012 };
    private readonly ConcurrentDictionary<string, JsonSchema> _schemas = new();

    internal ContractSchemas(JsonObject document)
    {
        JsonObject whole = new() { ["$id"] = Base, ["$defs"] = SchemaConversion.Convert(document) };
        Names = [.. document["components"]!["schemas"]!.AsObject().Select(s => s.Key)];
        _ = JsonSchema.Build(JsonSerializer.SerializeToElement(whole), _build);
    }

    /// <summary>The names of the schemas.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Validates a JSON value and says everything that is wrong with it.</summary>
    /// <param name="name">The schema's name.</param>
    /// <param name="value">The value.</param>
    /// <returns>One line for each fault, with its place; empty when the value is right.</returns>
    public IReadOnlyList<string> Validate(string name, JsonElement value)
    {
        JsonSchema schema = _schemas.GetOrAdd(name, key => JsonSchema.Build(
            JsonSerializer.SerializeToElement(new JsonObject { ["$ref"] = $"{Base}#/$defs/{key}" }), _build));
        EvaluationResults results = schema.Evaluate(value, Options);
        return [.. Faults(results).Distinct()];
    }

    // Only what is wrong below something wrong: the alternatives that a union did without are no faults.
    private static IEnumerable<string> Faults(EvaluationResults results)
    {
        if (results.IsValid)
        {
            return [];
        }

        return (results.Errors ?? []).Select(error => $"{Place(results)}: {error.Value}")
            .Concat((results.Details ?? []).SelectMany(Faults))
            .DefaultIfEmpty($"{Place(results)}: not valid");
    }

    private static string Place(EvaluationResults detail) =>
        detail.InstanceLocation.ToString() is { Length: > 0 } place ? place : "(body)";
}
