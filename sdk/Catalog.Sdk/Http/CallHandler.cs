using System.Net;
using System.Net.Http.Headers;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Resilience;
using Catalog.Sdk.Telemetry;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Catalog.Sdk.Http;

/// <summary>
/// The outermost handler: what holds for a call as a whole. It checks where the call goes, gives it its state, and
/// turns what the inner handlers throw into the SDK's exceptions, for the generated client too.
/// </summary>
internal sealed class CallHandler(CatalogClientOptions options, AllowedHosts hosts, ServerCapabilities server) : DelegatingHandler
{
    private readonly ProductInfoHeaderValue _sdk = new("Catalog.Sdk", CatalogTelemetry.Version);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        hosts.Check(request.RequestUri);
        CallState call = Begin(request);
        AddUserAgent(request.Headers.UserAgent);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } answered)
            {
                // A given HttpClient may have followed a redirect by itself.
                hosts.Check(answered);
            }

            return (int)response.StatusCode is >= 300 and < 400 && response.StatusCode != HttpStatusCode.NotModified
                ? throw Redirected(response)
                : response;
        }
        catch (TimeoutRejectedException e)
        {
            throw new CatalogTimeoutException($"No answer within {e.Timeout.TotalSeconds:0.#} s to {request.Method} {request.RequestUri?.AbsolutePath}.", e)
            {
                IsTransient = true,
                MayHaveBeenApplied = call is { IsMutation: true, MayHaveBeenApplied: true },
            };
        }
        catch (BrokenCircuitException e)
        {
            throw new ServiceUnavailableException("The server kept failing, so the client stopped calling it for a while.", e)
            {
                IsTransient = true,
                RetryAfter = options.Resilience.BreakerDuration,
                MayHaveBeenApplied = call is { IsMutation: true, MayHaveBeenApplied: true },
            };
        }
        catch (HttpRequestException e)
        {
            throw new CatalogConnectionException($"{request.Method} {request.RequestUri?.GetLeftPart(UriPartial.Path)} got no answer: {e.Message}", e)
            {
                IsTransient = true,
                MayHaveBeenApplied = call is { IsMutation: true, MayHaveBeenApplied: true },
            };
        }
    }

    private static UnexpectedResponseException Redirected(HttpResponseMessage response)
    {
        using (response)
        {
            return new UnexpectedResponseException(
                $"The server redirects to {response.Headers.Location}. Credentials are not sent there by themselves: use that address as the endpoint if it is right.")
            {
                StatusCode = response.StatusCode,
            };
        }
    }

    private CallState Begin(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(CallState.Key, out CallState? call))
        {
            bool read = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;
            call = new CallState
            {
                Started = options.TimeProvider.GetTimestamp(),
                IsMutation = !read,
                Replayable = read || (server.HonoursIdempotencyKeys && request.Headers.Contains("Idempotency-Key")),
            };
            request.Options.Set(CallState.Key, call);
        }

        return call;
    }

    private void AddUserAgent(HttpHeaderValueCollection<ProductInfoHeaderValue> userAgent)
    {
        if (userAgent.Count > 0)
        {
            return;
        }

        if (options.ApplicationName is { Length: > 0 } application)
        {
            userAgent.TryParseAdd(application);
        }

        userAgent.Add(_sdk);
    }
}
