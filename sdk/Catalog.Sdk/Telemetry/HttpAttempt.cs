using System.Net;

namespace Catalog.Sdk.Telemetry;

/// <summary>One request on the wire and how it ended.</summary>
/// <param name="Method">The method.</param>
/// <param name="Uri">The address, with its query.</param>
/// <param name="Attempt">The number of the attempt within its call, from 1.</param>
/// <param name="Duration">How long it took, with the answer's body.</param>
/// <param name="StatusCode">The status of the answer; null when there was none.</param>
/// <param name="RequestId">The request id of the answer; null when it had none.</param>
/// <param name="Exception">Why there was no answer; null when there was one.</param>
/// <param name="RequestHeaders">The headers of the request; those that carry secrets are masked.</param>
/// <param name="ResponseHeaders">The headers of the answer; those that carry secrets are masked.</param>
public sealed record HttpAttempt(
    HttpMethod Method,
    Uri Uri,
    int Attempt,
    TimeSpan Duration,
    HttpStatusCode? StatusCode,
    string? RequestId,
    Exception? Exception,
    IReadOnlyDictionary<string, string> RequestHeaders,
    IReadOnlyDictionary<string, string> ResponseHeaders);
