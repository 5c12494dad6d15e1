using System.Net;

namespace Catalog.Sdk.Errors;

/// <summary>A call to a catalog failed. What went wrong is in the type of the exception; what the server said is in its members.</summary>
public class CatalogException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CatalogException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The status of the answer; null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The error type of the server, such as <c>NoSuchTableException</c>; null when it named none.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The request id, to be found in the server's log; null when the answer had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the same call may succeed later without anything being changed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the server may have done what was asked although the call failed: a mutation without a definite answer.</summary>
    public bool MayHaveBeenApplied { get; init; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The beginning of the answer's body, for answers that are not in the catalog's error form; null otherwise.</summary>
    public string? ResponseBody { get; init; }
}
