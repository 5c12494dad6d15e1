using Catalog.Sdk.Commits;
using Catalog.Sdk.Resilience;
using Catalog.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace Catalog.Sdk;

/// <summary>The settings that the clients of both services have in common.</summary>
public abstract class CatalogClientOptions
{
    private protected CatalogClientOptions()
    {
    }

    /// <summary>The server, such as <c>http://127.0.0.1:8181</c>; a path before the service's own is kept. Required.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>How many entries a page of a list holds at most. Default 1,000; null asks for the whole list at once.</summary>
    public int? PageSize { get; set; } = 1000;

    /// <summary>Other hosts (<c>name</c> or <c>name:port</c>) that may be sent credentials. Default none: only the endpoint's own.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Timeouts, retries and the circuit breaker.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>How the commit helper tries again.</summary>
    public CommitRetryOptions CommitRetry { get; set; } = new();

    /// <summary>Whether mutations carry an <c>Idempotency-Key</c> where the server advertises that it honours them. Default true.</summary>
    public bool UseIdempotencyKeys { get; set; } = true;

    /// <summary>What the <c>User-Agent</c> begins with, such as <c>MyTool/1.2</c>; the SDK's own name follows.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs each request, without secrets. Default nowhere; hosts set it by themselves.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Called after each request on the wire, retries too; headers that carry secrets are masked. It has to return fast and not throw.</summary>
    public Action<HttpAttempt>? OnAttempt { get; set; }

    /// <summary>A copy, so that settings given to several clients stay as they were given.</summary>
    internal T Copy<T>()
        where T : CatalogClientOptions => (T)MemberwiseClone();
}
