namespace Catalog.Sdk.Errors;

/// <summary>The credentials are good, but do not allow this: 403.</summary>
public sealed class ForbiddenException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public ForbiddenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
