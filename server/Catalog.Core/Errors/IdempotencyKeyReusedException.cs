namespace Catalog.Core;

/// <summary>The idempotency key belongs to another request.</summary>
/// <param name="key">The key.</param>
public sealed class IdempotencyKeyReusedException(Guid key)
    : CatalogException($"The idempotency key {key} was used for another request");
