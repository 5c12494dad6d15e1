namespace Catalog.Module.Tests.Faults;

/// <summary>What the proxy does with one request instead of passing it on.</summary>
public sealed record Fault
{
    /// <summary>The method that is meant; any when absent.</summary>
    public string? Method { get; init; }

    /// <summary>What the path has to contain; any when absent.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests it is for.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether the server gets the request nevertheless, so that only the answer is lost.</summary>
    public bool Forward { get; init; }

    /// <summary>The status to answer with; without one the connection is dropped.</summary>
    public int? Status { get; init; }

    /// <summary>The seconds of a <c>Retry-After</c> header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The error type in the body.</summary>
    public string Type { get; init; } = "InjectedException";

    /// <summary>How long the proxy waits before it does anything.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>Whether the request is passed on after the wait, and answered as usual.</summary>
    public bool OnlyDelay { get; init; }
}
