namespace Catalog.Persistence.Rows;

/// <summary>The table <c>idempotency</c>: answers by principal, scope and key.</summary>
public static class ReceiptRows
{
    /// <summary>The receipt of a call, if it has not expired.</summary>
    public static ReceiptRow? Find(DatabaseSession session, string principal, string scope, Guid key, long nowMs)
    {
        using Statement statement = session.Prepare(
            """
            SELECT fingerprint, status, body, etag, expires_ms FROM idempotency
            WHERE principal = $1 AND scope = $2 AND call_key = $3
            """);
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        if (!statement.Bind(1, principal).Bind(2, scope).Bind(3, bytes).Step() || statement.Number(4) <= nowMs)
        {
            return null;
        }

        return new ReceiptRow(
            statement.Bytes(0).ToArray(), (int)statement.Number(1), statement.Bytes(2).ToArray(), statement.TextOrNull(3), statement.Number(4));
    }

    /// <summary>Keeps a receipt, in place of an expired one.</summary>
    public static void Insert(WriteTransaction transaction, string principal, string scope, Guid key, ReceiptRow row)
    {
        using Statement statement = transaction.Prepare(
            """
            INSERT OR REPLACE INTO idempotency (principal, scope, call_key, fingerprint, status, body, etag, expires_ms)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        statement.Bind(1, principal).Bind(2, scope).Bind(3, bytes).Bind(4, row.Fingerprint.AsSpan())
            .Bind(5, row.Status).Bind(6, row.Body.AsSpan()).Bind(7, row.ETag).Bind(8, row.ExpiresMs).Execute();
    }

    /// <summary>Whether a receipt has expired.</summary>
    public static bool AnyExpired(DatabaseSession session, long nowMs)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM idempotency WHERE expires_ms <= $1 LIMIT 1");
        return statement.Bind(1, nowMs).Step();
    }

    /// <summary>Removes some expired receipts; returns how many.</summary>
    public static int DeleteExpired(WriteTransaction transaction, long nowMs, int limit)
    {
        using Statement statement = transaction.Prepare(
            """
            DELETE FROM idempotency WHERE (principal, scope, call_key) IN
            (SELECT principal, scope, call_key FROM idempotency WHERE expires_ms <= $1 LIMIT $2)
            """);
        return statement.Bind(1, nowMs).Bind(2, limit).Execute();
    }
}
