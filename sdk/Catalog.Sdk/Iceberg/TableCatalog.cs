using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Iceberg;

/// <summary>The view over one service: the same operations under that service's paths.</summary>
internal sealed partial class TableCatalog(CatalogCaller caller, IcebergRoutes routes, CatalogClientOptions settings, ServerCapabilities server) : ITableCatalog
{
    private readonly Lock _gate = new();
    private volatile bool _learned;
    private Task? _learning;

    /// <summary>Whether the server has said that it honours idempotency keys, and they are to be used.</summary>
    public bool UsesIdempotencyKeys => settings.UseIdempotencyKeys && server.HonoursIdempotencyKeys;

    public DateTimeOffset Now => settings.TimeProvider.GetUtcNow();

    public async Task<CatalogConfig> GetConfigAsync(CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        CatalogResponse answer = await caller.SendAsync(
            new CatalogCall("get_config", HttpMethod.Get, routes.Config, ErrorSubject.Warehouse), options, null, cancellationToken).ConfigureAwait(false);
        CatalogConfig config = Read(answer, CatalogJson.Default.CatalogConfig);
        server.Learn(config);
        _learned = true;
        return config;
    }

    private static T Read<T>(CatalogResponse answer, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw ErrorReader.Unreadable(answer, e);
        }
    }

    private static Table ReadTable(TableIdentifier table, CatalogResponse answer)
    {
        try
        {
            return TableReader.Read(table, answer);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ErrorReader.Unreadable(answer, e);
        }
    }

    private Task<CatalogResponse> SendAsync(CatalogCall call, CallOptions? options, CancellationToken cancellationToken, params HttpStatusCode[] expected) =>
        call.TakesIdempotencyKey
            ? MutateAsync(call, options, cancellationToken)
            : caller.SendAsync(call, options, null, cancellationToken, expected);

    private async Task<bool> ExistsAsync(CatalogCall head, CallOptions? options, CancellationToken cancellationToken)
    {
        CatalogResponse answer = await SendAsync(
            head, options, cancellationToken, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotImplemented).ConfigureAwait(false);
        if (answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            // Not every catalog has HEAD: Iceberg's protocol gained it late.
            answer = await SendAsync(head with { Method = HttpMethod.Get }, options, cancellationToken, HttpStatusCode.NotFound).ConfigureAwait(false);
        }

        return answer.StatusCode != HttpStatusCode.NotFound;
    }

    private async Task<CatalogResponse> MutateAsync(CatalogCall call, CallOptions? options, CancellationToken cancellationToken)
    {
        await LearnAsync(cancellationToken).ConfigureAwait(false);

        // One key over all attempts of this call: the server then knows a repetition when it sees one.
        Guid? key = options?.IdempotencyKey
            ?? (UsesIdempotencyKeys ? Guid.CreateVersion7(Now) : null);
        return await caller.SendAsync(call, options, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the server once whether it honours idempotency keys; all who wait for that share one call.</summary>
    public Task LearnAsync(CancellationToken cancellationToken)
    {
        if (_learned || !settings.UseIdempotencyKeys)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            _learning ??= AskAsync();
            return _learning.WaitAsync(cancellationToken);
        }
    }

    private async Task AskAsync()
    {
        await Task.Yield();
        try
        {
            await GetConfigAsync(null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (CatalogException e) when (e.StatusCode is not null and not HttpStatusCode.Unauthorized)
        {
            // A server, or a warehouse yet to be made, without configuration is no reason not to try the call itself.
        }
        finally
        {
            lock (_gate)
            {
                _learning = null;
            }
        }
    }
}
