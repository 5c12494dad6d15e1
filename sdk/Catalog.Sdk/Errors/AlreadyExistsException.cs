namespace Catalog.Sdk.Errors;

/// <summary>Something of that name exists already: 409.</summary>
public sealed class AlreadyExistsException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public AlreadyExistsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
