using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Writers;

/// <summary>The requests that the durability tests are made of.</summary>
internal static class Tables
{
    /// <summary>Keeps the whole history in the metadata log, so that it can be checked.</summary>
    private const string WholeHistory = "write.metadata.previous-versions-max";

    public static async Task CreateNamespaceAsync(RawCatalog catalog, string name) =>
        (await catalog.PostAsync("/namespaces", new { @namespace = new[] { name } })).Status.ShouldBe(200);

    public static Task<RawAnswer> CreateAsync(RawCatalog catalog, string @namespace, string name) =>
        catalog.PostAsync($"/namespaces/{@namespace}/tables", new
        {
            name,
            schema = new { type = "struct", fields = new[] { new { id = 1, name = "id", type = "long", required = true } } },
            properties = new Dictionary<string, string> { [WholeHistory] = "1000000" },
        });

    public static string Target(string @namespace, string name) => $"/namespaces/{@namespace}/tables/{name}";

    public static Task<RawAnswer> SetPropertyAsync(RawCatalog catalog, string target, string key, string value, IReadOnlyDictionary<string, string>? headers = null) =>
        catalog.PostAsync(target, new { requirements = Array.Empty<object>(), updates = new[] { SetProperty(key, value) } }, headers);

    public static Task<RawAnswer> TransactAsync(RawCatalog catalog, string @namespace, IEnumerable<string> names, string key, string value) =>
        catalog.PostAsync("/transactions/commit", new Dictionary<string, object>
        {
            ["table-changes"] = names.Select(name => new
            {
                identifier = new { @namespace = new[] { @namespace }, name },
                requirements = Array.Empty<object>(),
                updates = new[] { SetProperty(key, value) },
            }),
        });

    private static object SetProperty(string key, string value) =>
        new { action = "set-properties", updates = new Dictionary<string, string> { [key] = value } };
}
