using System.Text.Json.Nodes;
using Catalog.Testing.Contract;

namespace Catalog.Contract.Tests.Documents;

public sealed class OperationTests
{
    private static readonly ContractDescription Contract = ContractDescription.Current;

    /// <summary>What the services' own references describe.</summary>
    private static readonly string[] Described =
    [
        "POST /v1/oauth/tokens",
        "GET /v1/config",
        "GET /v1/namespaces",
        "POST /v1/namespaces",
        "GET /v1/namespaces/{namespace}",
        "DELETE /v1/namespaces/{namespace}",
        "POST /v1/namespaces/{namespace}/properties",
        "GET /v1/namespaces/{namespace}/tables",
        "POST /v1/namespaces/{namespace}/tables",
        "GET /v1/namespaces/{namespace}/tables/{table}",
        "POST /v1/namespaces/{namespace}/tables/{table}",
        "DELETE /v1/namespaces/{namespace}/tables/{table}",
        "POST /v1/tables/rename",
        "POST /v1/namespaces/{namespace}/tables/{table}/metrics",
        "POST /_iceberg/v1/warehouses",
        "GET /_iceberg/v1/warehouses",
        "GET /_iceberg/v1/warehouses/{warehouse}",
        "DELETE /_iceberg/v1/warehouses/{warehouse}",
        "POST /_iceberg/v1/{warehouse}/namespaces",
        "GET /_iceberg/v1/{warehouse}/namespaces",
        "GET /_iceberg/v1/{warehouse}/namespaces/{namespace}",
        "POST /_iceberg/v1/{warehouse}/namespaces/{namespace}/properties",
        "DELETE /_iceberg/v1/{warehouse}/namespaces/{namespace}",
        "POST /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables",
        "GET /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables",
        "GET /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables/{table}",
        "HEAD /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables/{table}",
        "POST /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables/{table}",
        "POST /_iceberg/v1/{warehouse}/tables/rename",
        "DELETE /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables/{table}",
        "POST /_iceberg/v1/{warehouse}/transactions/commit",
        "GET /_iceberg/v1/{warehouse}/config",
    ];

    /// <summary>What Iceberg's clients need beside that.</summary>
    private static readonly string[] NeededByClients =
    [
        "HEAD /v1/namespaces/{namespace}",
        "HEAD /v1/namespaces/{namespace}/tables/{table}",
        "POST /v1/namespaces/{namespace}/register",
        "POST /v1/transactions/commit",
        "GET /_iceberg/v1/config",
        "HEAD /_iceberg/v1/{warehouse}/namespaces/{namespace}",
        "POST /_iceberg/v1/{warehouse}/namespaces/{namespace}/register",
        "POST /_iceberg/v1/{warehouse}/namespaces/{namespace}/tables/{table}/metrics",
    ];

    [Fact]
    public void Operations_All_AreThoseDescribedAndThoseClientsNeed() =>
        Contract.Operations.Select(o => o.ToString()).Order().ShouldBe(Described.Concat(NeededByClients).Order());

    [Fact]
    public void OperationIds_All_Differ() =>
        Contract.Operations.GroupBy(o => o.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Servers_All_AreOriginsWithoutAPath()
    {
        foreach (string name in new[] { "iceberg.yaml", "planasonix.yaml", "aistor-tables.yaml" })
        {
            string text = File.ReadAllText(Path.Combine(Testing.SourceTree.Root, "openapi", name));
            text.ShouldContain("servers:\n  - url: http://127.0.0.1:8181\n");
        }

        Contract.Document["servers"]!.AsArray().Select(s => s!["url"]!.GetValue<string>()).ShouldBe(["http://127.0.0.1:8181"]);
    }

    [Fact]
    public void Placeholders_AtOnePosition_HaveOneName()
    {
        // Kiota renames the second name silently.
        Dictionary<string, string> names = [];
        foreach (string path in Contract.Operations.Select(o => o.Path))
        {
            string[] parts = path.Split('/');
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i].StartsWith('{'))
                {
                    string before = string.Join('/', parts[..i].Select(p => p.StartsWith('{') ? "{}" : p));
                    names.TryAdd(before, parts[i]);
                    names[before].ShouldBe(parts[i], path);
                }
            }
        }
    }

    [Fact]
    public void Placeholders_All_AreRequiredParameters()
    {
        foreach (ContractOperation operation in Contract.Operations)
        {
            operation.Parameters.Where(p => p.In == "path").Select(p => $"{{{p.Name}}}").Order()
                .ShouldBe(operation.Path.Split('/').Where(p => p.StartsWith('{')).Order(), operation.ToString());
            operation.Parameters.Where(p => p.In == "path").ShouldAllBe(p => p.Required);
            operation.Parameters.GroupBy(p => (p.In, p.Name)).ShouldAllBe(g => g.Count() == 1);
        }
    }

    [Fact]
    public void Security_Each_IsSaidByTheOperation()
    {
        JsonObject schemes = Contract.Document["components"]!["securitySchemes"]!.AsObject();
        foreach ((string place, JsonObject operation) in DocumentWalk.Objects(Contract.Document["paths"]).Where(n => n.Node["operationId"] is not null))
        {
            string[] named = [.. operation["security"]!.AsArray().SelectMany(s => s!.AsObject()).Select(s => s.Key)];
            named.ShouldAllBe(name => schemes.ContainsKey(name));
            named.ShouldBe(place.Contains("/_iceberg/", StringComparison.Ordinal)
                ? ["sigv4", "sigv4Presigned"]
                : place.Contains("oauth", StringComparison.Ordinal) ? ["basic"] : ["bearer", "oauth2"], place);
        }
    }
}
