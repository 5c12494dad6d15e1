using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Telemetry;

namespace Catalog.Sdk.Http;

/// <summary>Sends the calls of the hand-written part and reads their answers, byte for byte.</summary>
internal sealed class CatalogCaller(HttpMessageInvoker http, Uri endpoint, TimeProvider time)
{
    private readonly string _base = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Sends a call.</summary>
    /// <returns>The answer, unless it is an error that <paramref name="expected"/> does not name.</returns>
    /// <exception cref="CatalogException">The answer is an error, or there is none.</exception>
    public async Task<CatalogResponse> SendAsync(CatalogCall call, CallOptions? options, Guid? idempotencyKey, CancellationToken cancellationToken, params HttpStatusCode[] expected)
    {
        using Activity? activity = CatalogTelemetry.Source.StartActivity($"catalog {call.Operation}", ActivityKind.Client);
        activity?.SetTag("catalog.operation", call.Operation).SetTag("server.address", endpoint.Host).SetTag("server.port", endpoint.Port)
            .SetTag("http.request.method", call.Method.Method).SetTag("catalog.target", call.Target);
        long started = time.GetTimestamp();
        string outcome = "ok";
        try
        {
            using HttpRequestMessage request = CreateRequest(call, options, idempotencyKey);
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            CatalogResponse answer = await ResponseReader.ReadAsync(response, cancellationToken).ConfigureAwait(false);
            activity?.SetTag("http.response.status_code", (int)answer.StatusCode).SetTag("catalog.request_id", answer.RequestId);
            options?.OnResponse?.Invoke(answer);
            return response.IsSuccessStatusCode || expected.Contains(answer.StatusCode)
                ? answer
                : throw Failed(request, answer, call.Subject);
        }
        catch (Exception e)
        {
            outcome = e is OperationCanceledException ? "canceled" : e.GetType().Name;
            activity?.SetTag("error.type", outcome).SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
        finally
        {
            CatalogTelemetry.CallDurationHistogram.Record(
                time.GetElapsedTime(started).TotalSeconds,
                new("catalog.operation", call.Operation), new("outcome", outcome), new("server.address", endpoint.Host));
        }
    }

    private CatalogException Failed(HttpRequestMessage request, CatalogResponse answer, ErrorSubject subject)
    {
        CatalogException error = ErrorReader.Read(answer, subject, time);
        if (!IsFinal(answer.StatusCode)
            && request.Options.TryGetValue(Resilience.CallState.Key, out Resilience.CallState? state) && state is { IsMutation: true, MayHaveBeenApplied: true })
        {
            error.Details = error.Details with { MayHaveBeenApplied = true };
        }

        return error;
    }

    /// <summary>Whether the status tells what became of the request, over all its attempts: those that speak of the caller or the moment do not.</summary>
    private static bool IsFinal(HttpStatusCode status) => status is < HttpStatusCode.InternalServerError
        and not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private HttpRequestMessage CreateRequest(CatalogCall call, CallOptions? options, Guid? idempotencyKey)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(_base + call.PathAndQuery));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach ((string name, string value) in call.Headers.Concat(options?.Headers ?? Enumerable.Empty<KeyValuePair<string, string>>()))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (idempotencyKey is { } key)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key.ToString());
        }

        if (options?.RequestId is { } requestId)
        {
            request.Headers.TryAddWithoutValidation("X-Request-Id", requestId);
        }

        return request;
    }
}
