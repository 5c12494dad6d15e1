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
    public HttpStatusCode? StatusCode
    {
        get => Details.StatusCode;
        init => Details = Details with { StatusCode = value };
    }

    /// <summary>The error type of the server, such as <c>NoSuchTableException</c>; null when it named none.</summary>
    public string? ErrorType
    {
        get => Details.ErrorType;
        init => Details = Details with { ErrorType = value };
    }

    /// <summary>The request id, to be found in the server's log; null when the answer had none.</summary>
    public string? RequestId
    {
        get => Details.RequestId;
        init => Details = Details with { RequestId = value };
    }

    /// <summary>Whether the same call may succeed later without anything being changed.</summary>
    public bool IsTransient
    {
        get => Details.IsTransient;
        init => Details = Details with { IsTransient = value };
    }

    /// <summary>Whether the server may have done what was asked although the call failed: a mutation without a definite answer.</summary>
    public bool MayHaveBeenApplied
    {
        get => Details.MayHaveBeenApplied;
        init => Details = Details with { MayHaveBeenApplied = value };
    }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter
    {
        get => Details.RetryAfter;
        init => Details = Details with { RetryAfter = value };
    }

    /// <summary>The beginning of the answer's body, for answers that are not in the catalog's error form; null otherwise.</summary>
    public string? ResponseBody
    {
        get => Details.ResponseBody;
        init => Details = Details with { ResponseBody = value };
    }

    internal ErrorDetails Details { get; set; } = ErrorDetails.None;
}
