using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>
/// Sends what Iceberg's Java client sends: form-encoded path parts (a blank is a plus), lists with an empty page token,
/// every field of a create request, updates together with the requirements that Java derives from them.
/// </summary>
internal sealed class JavaClient(RawCatalog catalog)
{
    public RawCatalog Raw => catalog;

    public bool IsAIStor => catalog.IsAIStor;

    /// <summary>The type that the surface gives an error which Java knows under its own name.</summary>
    public string ErrorType(string java) => !IsAIStor ? java : java switch
    {
        "NoSuchTableException" => "IcebergTableNotFound",
        "NoSuchNamespaceException" => "IcebergNamespaceNotFound",
        "TableAlreadyExists" => "IcebergTableAlreadyExists",
        "NamespaceAlreadyExists" => "IcebergNamespaceAlreadyExists",
        "NamespaceNotEmptyException" => "IcebergNamespaceNotEmptyError",
        "BadRequestException" => "BadRequest",
        _ => java,
    };

    public static string Encode(string part) => WebUtility.UrlEncode(part);

    public static string NamespacePath(params string[] levels) => $"/namespaces/{string.Join("%1F", levels.Select(Encode))}";

    public static string TablePath(string @namespace, string table) => $"{NamespacePath(@namespace)}/tables/{Encode(table)}";

    public Task<RawAnswer> CreateNamespaceAsync(IEnumerable<string> levels, object? properties = null) =>
        catalog.PostAsync("/namespaces", new { @namespace = levels, properties = properties ?? new { } });

    public async Task<bool> ExistsAsync(string path)
    {
        RawAnswer answer = await catalog.HeadAsync(path);
        answer.Body.ShouldBeEmpty();
        answer.Status.ShouldBeOneOf(IsAIStor ? 200 : 204, 404);
        return answer.Status != 404;
    }

    public Task<RawAnswer> UpdatePropertiesAsync(string path, IReadOnlyDictionary<string, string> updates, IReadOnlyList<string> removals) =>
        catalog.PostAsync($"{path}/properties", new { removals, updates });

    /// <summary>Follows pages as Java does, whose first token is empty.</summary>
    public async Task<(RawAnswer Last, List<JsonElement> Items)> ListAsync(string path, string member, string query = "", int? pageSize = null)
    {
        List<JsonElement> items = [];
        string? token = "";
        while (true)
        {
            string size = pageSize is { } wanted ? $"&pageSize={wanted.ToString(CultureInfo.InvariantCulture)}" : "";
            RawAnswer answer = await catalog.GetAsync($"{path}?{query}pageToken={Uri.EscapeDataString(token)}{size}");
            if (answer.Status != 200)
            {
                return (answer, items);
            }

            items.AddRange(answer.Json.GetProperty(member).EnumerateArray());
            token = answer.Json.TryGetProperty("next-page-token", out JsonElement next) ? next.GetString() : null;
            if (token is null)
            {
                return (answer, items);
            }
        }
    }

    public async Task<string[]> NamespacesAsync(string query = "", int? pageSize = null) =>
        [.. (await ListAsync("/namespaces", "namespaces", query, pageSize)).Items.Select(item => string.Join('.', item.EnumerateArray().Select(level => level.GetString())))];

    public async Task<string[]> TablesAsync(string @namespace, int? pageSize = null) =>
        [.. (await ListAsync($"{NamespacePath(@namespace)}/tables", "identifiers", "", pageSize)).Items.Select(item => item.GetProperty("name").GetString()!)];

    public Task<RawAnswer> CreateTableAsync(string @namespace, string name, TableRequest? request = null)
    {
        TableRequest wanted = request ?? new TableRequest();
        JsonObject body = new()
        {
            ["name"] = name,
            ["location"] = wanted.Location,
            ["schema"] = JsonNode.Parse(wanted.Schema),
            ["partition-spec"] = JsonNode.Parse(wanted.Spec),
            ["write-order"] = JsonNode.Parse(wanted.Order),
            ["properties"] = JsonSerializer.SerializeToNode(wanted.Properties),
            ["stage-create"] = wanted.Staged,
        };
        return catalog.PostAsync($"{NamespacePath(@namespace)}/tables", body.ToJsonString());
    }

    public async Task<JavaTable> NewTableAsync(string @namespace, string name, TableRequest? request = null)
    {
        RawAnswer answer = await CreateTableAsync(@namespace, name, request);
        answer.Status.ShouldBe(200, answer.Text);
        return new JavaTable(this, @namespace, name, answer.Metadata);
    }

    public async Task<JavaTable> LoadAsync(string @namespace, string name)
    {
        RawAnswer answer = await catalog.GetAsync($"{TablePath(@namespace, name)}?snapshots=all");
        answer.Status.ShouldBe(200, answer.Text);
        return new JavaTable(this, @namespace, name, answer.Metadata);
    }

    public Task<RawAnswer> RenameAsync(string fromNamespace, string fromName, string toNamespace, string toName) =>
        catalog.PostAsync("/tables/rename", new
        {
            source = new { @namespace = new[] { fromNamespace }, name = fromName },
            destination = new { @namespace = new[] { toNamespace }, name = toName },
        });

    /// <summary>A plain drop says nothing about purging; with it, Java says so.</summary>
    public Task<RawAnswer> DropAsync(string @namespace, string name, bool purge = false) =>
        catalog.DeleteAsync(TablePath(@namespace, name) + (purge ? "?purgeRequested=true" : IsAIStor ? "?purgeRequested=false" : ""));

    public Task<RawAnswer> RegisterAsync(string @namespace, string name, string metadataLocation) =>
        catalog.PostAsync($"{NamespacePath(@namespace)}/register", new Dictionary<string, object> { ["name"] = name, ["metadata-location"] = metadataLocation });
}
