using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Catalog.Sdk.Resilience;

/// <summary>Builds the resilience of one client: total timeout, retry, breaker, timeout of an attempt.</summary>
internal static class ResiliencePipelines
{
    public static ResiliencePipeline<HttpResponseMessage> Build(ResilienceOptions options, TimeProvider time)
    {
        var rules = new RetryRules(options, time);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.TotalTimeout });
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                ShouldHandle = arguments => ValueTask.FromResult(
                    !arguments.Context.CancellationToken.IsCancellationRequested
                    && arguments.Context.GetRequestMessage() is { } request
                    && request.Options.TryGetValue(CallState.Key, out CallState? call)
                    && rules.ShouldRetry(request, call, arguments.Outcome, arguments.AttemptNumber)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    arguments.Context.GetRequestMessage()!.Options.TryGetValue(CallState.Key, out CallState? call) ? call.NextDelay : null),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            });
        }

        if (options.BreakerFailureRatio < 1)
        {
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumThroughput,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = options.BreakerDuration,
                ShouldHandle = arguments => ValueTask.FromResult(RetryRules.IsServerFailure(arguments.Outcome)),
            });
        }

        return builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout }).Build();
    }
}
