using System.Net;
using System.Text.Json;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Iceberg;

internal sealed partial class TableCatalog
{
    public AsyncPageable<TableIdentifier> ListTablesAsync(NamespaceName namespaceName, int? pageSize = null, CallOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(namespaceName);
        return new ServerPageable<TableIdentifier>(
            (token, cancellationToken) => SendAsync(
                new CatalogCall("list_tables", HttpMethod.Get, Paged(routes.Tables(namespaceName), token, pageSize), ErrorSubject.Namespace)
                {
                    Target = namespaceName.ToString(),
                },
                options,
                cancellationToken),
            json => TableReader.ReadIdentifiers(json, namespaceName));
    }

    public async Task<Table> LoadTableAsync(TableIdentifier table, LoadTableOptions? load = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        CatalogResponse answer = await SendAsync(LoadCall(table, load, null), options, cancellationToken).ConfigureAwait(false);
        return ReadTable(table, answer);
    }

    public async Task<Table?> LoadTableIfChangedAsync(Table known, LoadTableOptions? load = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        CatalogResponse answer = await SendAsync(
            LoadCall(known.Identifier, load, known.ETag), options, cancellationToken, HttpStatusCode.NotModified).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.NotModified ? null : ReadTable(known.Identifier, answer);
    }

    public Task<bool> TableExistsAsync(TableIdentifier table, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return ExistsAsync(Call("table_exists", HttpMethod.Head, table), options, cancellationToken);
    }

    public async Task<Table> CreateTableAsync(NamespaceName namespaceName, CreateTableRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(namespaceName);
        ArgumentNullException.ThrowIfNull(request);
        var table = new TableIdentifier(namespaceName, request.Name);
        CatalogResponse answer = await SendAsync(
            new CatalogCall("create_table", HttpMethod.Post, routes.Tables(namespaceName), ErrorSubject.Namespace)
            {
                Body = Utf8Json.ToBytes(request, CatalogJson.Default.CreateTableRequest),
                TakesIdempotencyKey = true,
                Target = table.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return ReadTable(table, answer);
    }

    public async Task<Table> RegisterTableAsync(TableIdentifier table, string metadataLocation, bool overwrite = false, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(metadataLocation);
        byte[] body = Utf8Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", table.Name);
            writer.WriteString("metadata-location", metadataLocation);
            if (overwrite)
            {
                writer.WriteBoolean("overwrite", true);
            }

            writer.WriteEndObject();
        });
        CatalogResponse answer = await SendAsync(
            new CatalogCall("register_table", HttpMethod.Post, routes.Register(table.Namespace), ErrorSubject.Namespace)
            {
                Body = body,
                TakesIdempotencyKey = true,
                Target = table.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return ReadTable(table, answer);
    }

    public async Task DropTableAsync(TableIdentifier table, bool purge = false, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        CatalogCall call = Call("drop_table", HttpMethod.Delete, table);
        await SendAsync(
            call with { PathAndQuery = $"{call.PathAndQuery}?purgeRequested={(purge ? "true" : "false")}", TakesIdempotencyKey = true },
            options,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task RenameTableAsync(TableIdentifier source, TableIdentifier destination, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        byte[] body = Utf8Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("source");
            TableReader.WriteIdentifier(writer, source);
            writer.WritePropertyName("destination");
            TableReader.WriteIdentifier(writer, destination);
            writer.WriteEndObject();
        });
        await SendAsync(
            new CatalogCall("rename_table", HttpMethod.Post, routes.Rename, ErrorSubject.Table)
            {
                Body = body,
                TakesIdempotencyKey = true,
                Target = source.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task ReportMetricsAsync(TableIdentifier table, MetricsReport report, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(report);
        await SendAsync(
            new CatalogCall("report_metrics", HttpMethod.Post, routes.Metrics(table), ErrorSubject.Table)
            {
                Body = Utf8Json.Write(report.Json.WriteTo),
                TakesIdempotencyKey = true,
                Target = table.ToString(),
            },
            options,
            cancellationToken).ConfigureAwait(false);
    }

    private CatalogCall Call(string operation, HttpMethod method, TableIdentifier table) =>
        new(operation, method, routes.Table(table), ErrorSubject.Table) { Target = table.ToString() };

    private CatalogCall LoadCall(TableIdentifier table, LoadTableOptions? load, string? etag)
    {
        List<KeyValuePair<string, string>> headers = [];
        if (load is { AccessDelegation: not AccessDelegation.None })
        {
            headers.Add(new("X-Iceberg-Access-Delegation", string.Join(',', AccessNames(load.AccessDelegation))));
        }

        if (etag is not null)
        {
            headers.Add(new("If-None-Match", etag));
        }

        CatalogCall call = Call("load_table", HttpMethod.Get, table) with { Headers = headers };
        return load is { Snapshots: SnapshotMode.Refs } ? call with { PathAndQuery = $"{call.PathAndQuery}?snapshots=refs" } : call;
    }

    private static IEnumerable<string> AccessNames(AccessDelegation access)
    {
        if (access.HasFlag(AccessDelegation.VendedCredentials))
        {
            yield return "vended-credentials";
        }

        if (access.HasFlag(AccessDelegation.RemoteSigning))
        {
            yield return "remote-signing";
        }
    }
}
