namespace Catalog.Core;

/// <summary>A requirement of the commit does not hold.</summary>
/// <param name="message">What is wrong, for the caller.</param>
public sealed class CommitConflictException(string message)
    : CatalogException(message);
