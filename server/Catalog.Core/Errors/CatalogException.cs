namespace Catalog.Core;

/// <summary>
/// What the catalog refuses, and why. The family is small and closed: each surface maps it to its own statuses and
/// error types in one place. Messages are for the caller and hold nothing secret.
/// </summary>
public abstract class CatalogException : Exception
{
    private protected CatalogException(string message)
        : base(message)
    {
    }

    private protected CatalogException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
