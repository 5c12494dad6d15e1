namespace Catalog.Sdk.Errors;

/// <summary>The rate limit is reached: 429. Wait for the time that the exception names.</summary>
public sealed class TooManyRequestsException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public TooManyRequestsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
