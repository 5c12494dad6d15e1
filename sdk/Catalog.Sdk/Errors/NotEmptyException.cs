namespace Catalog.Sdk.Errors;

/// <summary>The namespace or warehouse still holds something: 409.</summary>
public sealed class NotEmptyException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NotEmptyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
