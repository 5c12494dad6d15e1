using System.Text.Json;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Namespaces;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Iceberg;

internal sealed partial class TableCatalog
{
    public AsyncPageable<NamespaceName> ListNamespacesAsync(NamespaceName? parent = null, int? pageSize = null, CallOptions? options = null) =>
        new ServerPageable<NamespaceName>(
            (token, cancellationToken) => SendAsync(
                new CatalogCall("list_namespaces", HttpMethod.Get, Paged(routes.Namespaces, token, pageSize, ("parent", parent?.Joined)), ErrorSubject.Namespace)
                {
                    Target = parent?.ToString(),
                },
                options,
                cancellationToken),
            json => [.. json.GetProperty("namespaces").EnumerateArray().Select(levels => new NamespaceName(levels.EnumerateArray().Select(l => l.GetString()!)))]);

    public async Task<NamespaceInfo> GetNamespaceAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        CatalogResponse answer = await SendAsync(Call("get_namespace", HttpMethod.Get, name), options, cancellationToken).ConfigureAwait(false);
        return Read(answer, CatalogJson.Default.NamespaceInfo);
    }

    public Task<bool> NamespaceExistsAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ExistsAsync(Call("namespace_exists", HttpMethod.Head, name), options, cancellationToken);
    }

    public async Task<NamespaceInfo> CreateNamespaceAsync(NamespaceName name, IReadOnlyDictionary<string, string>? properties = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var info = new NamespaceInfo { Namespace = name, Properties = properties! };
        CatalogResponse answer = await SendAsync(
            new CatalogCall("create_namespace", HttpMethod.Post, routes.Namespaces, ErrorSubject.Namespace)
            {
                Body = Utf8Json.ToBytes(info, CatalogJson.Default.NamespaceInfo),
                TakesIdempotencyKey = true,
                Target = name.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return Read(answer, CatalogJson.Default.NamespaceInfo);
    }

    public async Task DropNamespaceAsync(NamespaceName name, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        await SendAsync(
            Call("drop_namespace", HttpMethod.Delete, name) with { TakesIdempotencyKey = true }, options, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PropertiesResult> UpdateNamespacePropertiesAsync(NamespaceName name, IReadOnlyDictionary<string, string>? updates = null, IEnumerable<string>? removals = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] body = Utf8Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("removals");
            foreach (string removal in removals ?? [])
            {
                writer.WriteStringValue(removal);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("updates");
            foreach ((string key, string value) in updates ?? Enumerable.Empty<KeyValuePair<string, string>>())
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        CatalogResponse answer = await SendAsync(
            new CatalogCall("update_namespace_properties", HttpMethod.Post, routes.Properties(name), ErrorSubject.Namespace)
            {
                Body = body,
                TakesIdempotencyKey = true,
                Target = name.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return Read(answer, CatalogJson.Default.PropertiesResult);
    }

    private CatalogCall Call(string operation, HttpMethod method, NamespaceName name) =>
        new(operation, method, routes.Namespace(name), ErrorSubject.Namespace) { Target = name.ToString() };

    private string Paged(string path, string? token, int? pageSize, (string Name, string? Value) filter = default)
    {
        int? size = pageSize ?? settings.PageSize;
        return filter.Name is null
            ? IcebergRoutes.WithQuery(path, ("pageToken", token), ("pageSize", size?.ToString()))
            : IcebergRoutes.WithQuery(path, filter, ("pageToken", token), ("pageSize", size?.ToString()));
    }
}
