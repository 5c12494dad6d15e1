namespace Catalog.Sdk.Errors;

/// <summary>The call took longer than the client's timeouts allow.</summary>
public sealed class CatalogTimeoutException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CatalogTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
