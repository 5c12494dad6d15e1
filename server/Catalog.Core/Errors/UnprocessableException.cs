namespace Catalog.Core;

/// <summary>The request contradicts itself.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class UnprocessableException(string message)
    : CatalogException(message);
