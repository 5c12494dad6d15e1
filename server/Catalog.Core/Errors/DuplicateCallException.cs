namespace Catalog.Core;

/// <summary>A call with the same idempotency key has been carried out: its answer is in the receipts.</summary>
/// <param name="key">The key.</param>
public sealed class DuplicateCallException(Guid key)
    : CatalogException($"A call with the idempotency key {key} was carried out already");
