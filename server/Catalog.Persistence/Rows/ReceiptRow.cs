namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>idempotency</c>, without its key.</summary>
public sealed record ReceiptRow(byte[] Fingerprint, int Status, byte[] Body, string? ETag, long ExpiresMs);
