using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.Testing.Contract;

/// <summary>The joined contract, <c>openapi/catalog.json</c>, as tests need it.</summary>
public sealed class ContractDescription
{
    private static readonly Lazy<ContractDescription> Loaded = new(
        () => new ContractDescription(File.ReadAllText(Path.Combine(SourceTree.Root, "openapi", "catalog.json"))));

    /// <summary>Reads a description.</summary>
    /// <param name="json">The text of an OpenAPI document that refers to nothing outside itself.</param>
    public ContractDescription(string json)
    {
        Document = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
        Operations = [.. ContractReader.ReadOperations(Document)];
        Schemas = new ContractSchemas(Document);
    }

    /// <summary>The contract in this checkout.</summary>
    public static ContractDescription Current => Loaded.Value;

    /// <summary>The whole document.</summary>
    public JsonObject Document { get; }

    /// <summary>Every operation, in the document's order.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The schemas, ready to validate with.</summary>
    public ContractSchemas Schemas { get; }

    /// <summary>Finds the operation that a request is for.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawPath">The path as it was sent, percent-encoded and without a query.</param>
    public ContractOperation? FindOperation(string method, string rawPath)
    {
        string[] segments = rawPath.Split('/');

        // A literal beats a parameter: /_iceberg/v1/warehouses is not a warehouse of that name.
        return Operations
            .Where(operation => operation.Method == method && Fits(operation.Path, segments))
            .OrderBy(operation => operation.Path.Count(c => c == '{'))
            .FirstOrDefault();
    }

    private static bool Fits(string template, string[] segments)
    {
        string[] parts = template.Split('/');
        return parts.Length == segments.Length
            && parts.Zip(segments).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}
