namespace Catalog.Sdk.Resilience;

/// <summary>
/// Timeouts, retries and the circuit breaker. Reads are repeated after network errors, timeouts, 408, 429 and 5xx;
/// mutations only after 429, after 503 with <c>Retry-After</c>, or with an <c>Idempotency-Key</c> that the server honours.
/// </summary>
public sealed class ResilienceOptions
{
    /// <summary>How often a request is repeated. Default 3; 0 never repeats.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first repetition; it doubles with each, and varies at random. Default 500 ms.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that the client chooses by itself. Default 20 s. A server's <c>Retry-After</c> may be longer.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one request may take, with its answer. Default 30 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take with all its repetitions. Default 2 min. A longer <c>Retry-After</c> fails the call at once.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The share of failures that makes the client stop calling for a while. Default 0.5; 1 and more never does.</summary>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>How many requests within half a minute it takes at least for the share to count. Default 20.</summary>
    public int BreakerMinimumThroughput { get; set; } = 20;

    /// <summary>How long the client stops calling. Default 5 s.</summary>
    public TimeSpan BreakerDuration { get; set; } = TimeSpan.FromSeconds(5);
}
