namespace Catalog.Sdk.Errors;

/// <summary>The server refuses what was asked: 400, 406, 413, 415 or 422. The same call fails again.</summary>
public sealed class InvalidRequestException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public InvalidRequestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
