namespace Catalog.Sdk.Errors;

/// <summary>The server could not be reached, or the connection broke.</summary>
public sealed class CatalogConnectionException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CatalogConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
