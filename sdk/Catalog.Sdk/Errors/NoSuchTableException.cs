namespace Catalog.Sdk.Errors;

/// <summary>The table does not exist: 404.</summary>
public sealed class NoSuchTableException : NotFoundException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NoSuchTableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
