namespace Catalog.Core;

/// <summary>The caller may not do this.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class ForbiddenException(string message)
    : CatalogException(message);
