namespace Catalog.Sdk.Errors;

/// <summary>The answer is not what a catalog answers: unreadable JSON, a redirect, or pages that go in circles.</summary>
public sealed class UnexpectedResponseException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public UnexpectedResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
