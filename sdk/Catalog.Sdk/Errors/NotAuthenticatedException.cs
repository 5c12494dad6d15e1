namespace Catalog.Sdk.Errors;

/// <summary>The credentials are missing, wrong or expired: 401, or a refused token exchange.</summary>
public sealed class NotAuthenticatedException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NotAuthenticatedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
