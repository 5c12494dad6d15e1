using System.Text.Json;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Tables;

/// <summary>Requests that many tests send.</summary>
internal static class TableRequests
{
    private const string Schema = """{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"id","type":"long","required":true}]}""";

    public static string Create(string name) => $$"""{"name":{{JsonSerializer.Serialize(name)}},"schema":{{Schema}}}""";

    public static string Change(string ns, string table, string value) =>
        $$$"""{"identifier":{"namespace":["{{{ns}}}"],"name":"{{{table}}}"},"requirements":[],"updates":[{"action":"set-properties","updates":{"v":"{{{value}}}"}}]}""";

    public static async Task<string> NamespaceAsync(RawCatalog catalog, string name)
    {
        string unique = $"{name}_{Guid.NewGuid():N}"[..(name.Length + 9)];
        (await catalog.PostAsync("/namespaces", new { @namespace = new[] { unique } })).Status.ShouldBe(200);
        return unique;
    }

    public static Task<RawAnswer> CommitAsync(RawCatalog catalog, string ns, string table, string update) =>
        catalog.PostAsync($"/namespaces/{ns}/tables/{table}", $$"""{"requirements":[],"updates":[{{update}}]}""");
}
