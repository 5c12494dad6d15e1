namespace Catalog.Core;

/// <summary>The caller has used up its requests.</summary>
/// <param name="message">What is wrong, for the caller.</param>
/// <param name="retryAfter">How long until there are new ones.</param>
public sealed class QuotaExceededException(string message, TimeSpan retryAfter)
    : CatalogException(message)
{
    /// <summary>How long until there are new requests.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
