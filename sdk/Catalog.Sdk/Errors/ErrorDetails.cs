using System.Net;

namespace Catalog.Sdk.Errors;

/// <summary>What every exception of the SDK carries beside its type and message.</summary>
internal sealed record ErrorDetails
{
    public static readonly ErrorDetails None = new();

    public HttpStatusCode? StatusCode { get; init; }

    public string? ErrorType { get; init; }

    public string? RequestId { get; init; }

    public bool IsTransient { get; init; }

    public bool MayHaveBeenApplied { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? ResponseBody { get; init; }
}
