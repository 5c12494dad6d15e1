namespace Catalog.Core;

/// <summary>The caller did not prove who it is.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class NotAuthenticatedException(string message)
    : CatalogException(message);
