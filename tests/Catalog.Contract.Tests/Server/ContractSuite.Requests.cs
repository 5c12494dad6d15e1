using System.Text;
using Catalog.Testing.Contract;
using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

// A right request for every operation, on ground that is there: namespace ground with table people.
public abstract partial class ContractSuite
{
    private const string Ground = "ground";
    private const string People = "people";

    private static ContractOperation Operation(string id) => Contract.Operations.Single(o => o.Id == id);

    private static Surface SurfaceOf(ContractOperation operation) =>
        operation.Path.StartsWith("/_iceberg", StringComparison.Ordinal) ? Surface.AIStor : Surface.Planasonix;

    private static string Target(ContractOperation operation, string? absent = null)
    {
        string target = operation.Path;
        foreach ((string name, string value) in new[] { ("warehouse", Warehouse), ("namespace", Ground), ("table", People) })
        {
            target = target.Replace($"{{{name}}}", name == absent ? "absent" : value, StringComparison.Ordinal);
        }

        return target;
    }

    private static byte[]? BodyOf(ContractOperation operation)
    {
        string? body = operation.RequestSchemas.GetValueOrDefault("application/json") switch
        {
            null => null,
            "CreateWarehouseRequest" => """{"name":"never-made"}""",
            "CreateNamespaceRequest" => Requests.Namespace("never_made"),
            "UpdateNamespacePropertiesRequest" => """{"removals":["never_there"],"updates":{}}""",
            "CreateTableRequest" or "CreateManagedTableRequest" => Requests.Table("never_made"),
            "RegisterTableRequest" => Requests.Register("never_made", "file:///never/made.metadata.json"),
            "RenameTableRequest" => Requests.Rename(Ground, "never_there", Ground, "never_made"),
            "CommitTableRequest" => Requests.SetProperty("a", "1"),
            "CommitTransactionRequest" => Requests.Transaction(Requests.Change(Ground, People, "a")),
            "ReportMetricsRequest" => Requests.Metrics(People),
            { } other => throw new NotSupportedException($"No body is known for {other}."),
        };
        return body is null ? null : Encoding.UTF8.GetBytes(body);
    }

    private async Task<RawAnswer> SendAsync(
        ContractOperation operation, string target, byte[]? body, string media = "application/json", Dictionary<string, string>? headers = null)
    {
        using RawCatalog client = Open(SurfaceOf(operation));
        return await client.SendRawAsync(new HttpMethod(operation.Method), target, body, media, headers, TestContext.Current.CancellationToken);
    }

    private async Task GroundAsync(Surface surface)
    {
        using RawCatalog client = Open(surface);
        (await client.PostAsync("/namespaces", Requests.Namespace(Ground))).Status.ShouldBeOneOf(200, 409);
        (await client.PostAsync($"/namespaces/{Ground}/tables", Requests.Table(People))).Status.ShouldBeOneOf(200, 409);
    }
}
