namespace Catalog.Sdk.Errors;

/// <summary>What the call is about does not exist: 404.</summary>
public class NotFoundException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
