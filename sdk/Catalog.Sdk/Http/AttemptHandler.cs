using System.Net;
using Catalog.Sdk.Resilience;
using Catalog.Sdk.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.Timeout;

namespace Catalog.Sdk.Http;

/// <summary>
/// One request on the wire. It reads the answer's body within the attempt, so that a connection that breaks midway is
/// a failed attempt and not a half-read answer, and notes what the attempt leaves open.
/// </summary>
internal sealed partial class AttemptHandler(CatalogClientOptions options) : DelegatingHandler
{
    private readonly ILogger _logger = (ILogger?)options.LoggerFactory?.CreateLogger("Catalog.Sdk.Http") ?? NullLogger.Instance;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallState? call = request.Options.TryGetValue(CallState.Key, out CallState? state) ? state : null;
        int attempt = call is null ? 1 : ++call.Attempts;
        long started = options.TimeProvider.GetTimestamp();
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            Report(request, response, null, attempt, started);
            call?.MayHaveBeenApplied |= LeavesOpen(response);
            return response;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // A timeout of the transport's own (connecting, or that of a given HttpClient): as good as ours.
            response?.Dispose();
            Report(request, response, e, attempt, started);
            call?.MayHaveBeenApplied = true;
            throw new TimeoutRejectedException(e.Message, options.TimeProvider.GetElapsedTime(started), e);
        }
        catch (Exception e)
        {
            response?.Dispose();
            Report(request, response, e, attempt, started);
            call?.MayHaveBeenApplied |= !NeverSent(e);
            throw;
        }
    }

    private static bool LeavesOpen(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.ServiceUnavailable => response.Headers.RetryAfter is null,
        HttpStatusCode.NotImplemented => false,
        HttpStatusCode.RequestTimeout => true,
        var status => status >= HttpStatusCode.InternalServerError,
    };

    private static bool NeverSent(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private void Report(HttpRequestMessage request, HttpResponseMessage? response, Exception? error, int attempt, long started)
    {
        TimeSpan duration = options.TimeProvider.GetElapsedTime(started);
        string? requestId = response is not null && response.Headers.TryGetValues("X-Request-Id", out IEnumerable<string>? ids) ? ids.FirstOrDefault() : null;
        if (attempt > 1)
        {
            CatalogTelemetry.RetryCounter.Add(1, new KeyValuePair<string, object?>("http.request.method", request.Method.Method));
        }

        LogAttempt(_logger, request.Method, request.RequestUri?.AbsolutePath, (int?)response?.StatusCode, duration.TotalMilliseconds, attempt, requestId, error);
        options.OnAttempt?.Invoke(new HttpAttempt(
            request.Method, request.RequestUri!, attempt, duration, error is null ? response?.StatusCode : null, requestId, error,
            HeaderMask.Copy(request.Headers, request.Content?.Headers),
            HeaderMask.Copy(response?.Headers, response?.Content.Headers)));
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method} {Path} answered {Status} in {Milliseconds:0.0} ms (attempt {Attempt}, request {RequestId})")]
    private static partial void LogAttempt(ILogger logger, HttpMethod method, string? path, int? status, double milliseconds, int attempt, string? requestId, Exception? error);
}
