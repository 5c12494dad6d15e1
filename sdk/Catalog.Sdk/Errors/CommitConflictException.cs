namespace Catalog.Sdk.Errors;

/// <summary>A requirement of the commit does not hold, most often because another commit came first: 409. Load the table again and make the change anew.</summary>
public sealed class CommitConflictException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CommitConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
