namespace Catalog.Sdk.Errors;

/// <summary>The commit had no definite answer, and it cannot be told whether it was made. Do not delete the files it refers to; load the table and look before trying again.</summary>
public sealed class CommitStateUnknownException : CatalogException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CommitStateUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
