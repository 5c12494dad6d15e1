namespace Catalog;

/// <summary>A call that the catalog refused, or that did not reach it.</summary>
public sealed class CatalogException : Exception
{
    internal CatalogException(string message, int? statusCode = null, string? errorType = null, string? requestId = null, bool isTransient = false, TimeSpan? retryAfter = null)
        : base(message)
    {
        StatusCode = statusCode;
        ErrorType = errorType;
        RequestId = requestId;
        IsTransient = isTransient;
        RetryAfter = retryAfter;
    }

    /// <summary>Gets the HTTP status, or nothing when there was no answer.</summary>
    public int? StatusCode { get; }

    /// <summary>Gets the server's own name for the error.</summary>
    public string? ErrorType { get; }

    /// <summary>Gets the id under which the server's log has the request.</summary>
    public string? RequestId { get; }

    /// <summary>Gets a value indicating whether the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>Gets how long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }
}
