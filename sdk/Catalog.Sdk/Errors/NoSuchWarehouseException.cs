namespace Catalog.Sdk.Errors;

/// <summary>The warehouse does not exist: 404.</summary>
public sealed class NoSuchWarehouseException : NotFoundException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NoSuchWarehouseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
