namespace Catalog.Sdk.Errors;

/// <summary>The server failed: 5xx, or the client gave up calling it for a while because it kept failing.</summary>
public sealed class ServiceUnavailableException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public ServiceUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
