using System.Net;
using Polly;
using Polly.Timeout;

namespace Catalog.Sdk.Resilience;

/// <summary>Which attempt may follow which outcome. A mutation is never repeated blindly.</summary>
internal sealed class RetryRules(ResilienceOptions options, TimeProvider time)
{
    /// <summary>Decides whether another attempt follows, and after what wait.</summary>
    public bool ShouldRetry(HttpRequestMessage request, CallState call, Outcome<HttpResponseMessage> outcome, int attempt)
    {
        if (!BodyCanBeSentAgain(request) || !IsRetryable(call, outcome))
        {
            return false;
        }

        TimeSpan delay = RetryAfter.Of(outcome.Result, time) ?? Backoff(attempt);
        call.NextDelay = delay;

        // Sleeping into the total timeout would replace the server's answer by a timeout, later.
        return time.GetElapsedTime(call.Started) + delay < options.TotalTimeout;
    }

    /// <summary>Whether an outcome counts against the server for the circuit breaker. A rate limit does not.</summary>
    public static bool IsServerFailure(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException || outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError;

    private static bool IsRetryable(CallState call, Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => call.Replayable,
        { Exception: not null } => false,
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
        { Result.StatusCode: HttpStatusCode.ServiceUnavailable } => call.Replayable || outcome.Result.Headers.RetryAfter is not null,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => call.Replayable,
        _ => false,
    };

    /// <summary>A body stream that cannot seek has been used up: a second attempt would fail and hide the first answer.</summary>
    private static bool BodyCanBeSentAgain(HttpRequestMessage request) =>
        request.Content is null || request.Content.Headers.ContentLength is not null;

    private TimeSpan Backoff(int attempt)
    {
        double ceiling = Math.Min(options.MaxDelay.TotalMilliseconds, options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
