using System.Collections.Concurrent;
using System.Security.Cryptography;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>
/// The receipts of calls that carry an <c>Idempotency-Key</c>: looked up by principal, scope and key, written in the same
/// transaction as the change, so that an answer can be given again also after a crash.
/// </summary>
public sealed class Receipts
{
    private readonly CatalogDatabase _database;
    private readonly CatalogOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Principal, string Scope, Guid Key), Waiters> _turns = new();

    internal Receipts(CatalogDatabase database, CatalogOptions options, TimeProvider time)
    {
        _database = database;
        _options = options;
        _time = time;
    }

    /// <summary>
    /// Waits until no other call with this key is under way in this process, then looks for its receipt. Two processes
    /// that run the same call at once are told apart by the database: one of them gets <see cref="DuplicateCallException"/>.
    /// </summary>
    /// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
    public async Task<ReceiptTurn> TakeTurnAsync(
        string principal, string scope, Guid key, byte[] fingerprint, CancellationToken cancellationToken = default)
    {
        var id = (principal, scope, key);
        Waiters waiters = Join(id);
        try
        {
            await waiters.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(id, waiters, release: false);
            throw;
        }

        try
        {
            StoredAnswer? answer = Find(principal, scope, key, fingerprint);
            return new ReceiptTurn(principal, scope, key, fingerprint, answer, () => Leave(id, waiters, release: true));
        }
        catch
        {
            Leave(id, waiters, release: true);
            throw;
        }
    }

    /// <summary>The answer of an earlier call; null when there is none or it has expired.</summary>
    /// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
    public StoredAnswer? Find(string principal, string scope, Guid key, ReadOnlySpan<byte> fingerprint)
    {
        ReceiptRow? row = _database.Read(
            (principal, scope, key, now: Now()),
            static (session, call) => ReceiptRows.Find(session, call.principal, call.scope, call.key, call.now));
        if (row is null)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(row.Fingerprint, fingerprint)
            ? ReceiptBody.Open(row)
            : throw new IdempotencyKeyReusedException(key);
    }

    /// <summary>
    /// Keeps a refusal that would be the same each time (400, 404, 409, 422). Returns the answer that stands: another
    /// process may have carried the call out meanwhile, then it is that one's.
    /// </summary>
    public Task<StoredAnswer> StoreRefusalAsync(ReceiptTurn turn, StoredAnswer refusal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(refusal);
        ReceiptRow row = Row(turn.Fingerprint, refusal);
        return _database.WriteAsync(
            transaction =>
            {
                if (ReceiptRows.Find(transaction, turn.Principal, turn.Scope, turn.Key, Now()) is { } earlier)
                {
                    return ReceiptBody.Open(earlier);
                }

                ReceiptRows.Insert(transaction, turn.Principal, turn.Scope, turn.Key, row);
                return refusal;
            },
            cancellationToken);
    }

    /// <summary>Makes the receipt of a result, outside the transaction that will write it.</summary>
    internal ReceiptRow? Prepare(IdempotentCall? call, object? result) =>
        call is null ? null : Row(call.Fingerprint, call.Render(result));

    /// <summary>Begins a change: refuses it when its call was carried out already.</summary>
    internal void Claim(WriteTransaction transaction, Caller caller, IdempotentCall? call)
    {
        if (call is not null && ReceiptRows.Find(transaction, caller.Principal, call.Scope, call.Key, Now()) is not null)
        {
            throw new DuplicateCallException(call.Key);
        }
    }

    /// <summary>Ends a change: leaves its receipt.</summary>
    internal static void Leave(WriteTransaction transaction, Caller caller, IdempotentCall? call, ReceiptRow? row)
    {
        if (call is not null && row is not null)
        {
            ReceiptRows.Insert(transaction, caller.Principal, call.Scope, call.Key, row);
        }
    }

    /// <summary>Runs a whole change whose receipt was prepared: claim, work, receipt.</summary>
    internal Task WriteAsync(Operation operation, ReceiptRow? receipt, Action<WriteTransaction> work, CancellationToken cancellationToken) =>
        _database.WriteAsync<object?>(
            transaction =>
            {
                Claim(transaction, operation.Caller, operation.Idempotency);
                work(transaction);
                Leave(transaction, operation.Caller, operation.Idempotency, receipt);
                return null;
            },
            cancellationToken);

    /// <summary>Runs a whole change: claim, work, receipt.</summary>
    internal Task<T> WriteAsync<T>(Caller caller, IdempotentCall? call, Func<WriteTransaction, T> work, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            transaction =>
            {
                Claim(transaction, caller, call);
                T result = work(transaction);
                Leave(transaction, caller, call, Prepare(call, result));
                return result;
            },
            cancellationToken);

    private ReceiptRow Row(byte[] fingerprint, StoredAnswer answer) => ReceiptBody.Seal(fingerprint, answer, Now() + (long)_options.IdempotencyLifetime.TotalMilliseconds);

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private Waiters Join((string, string, Guid) id)
    {
        while (true)
        {
            Waiters waiters = _turns.GetOrAdd(id, static _ => new Waiters());
            lock (waiters)
            {
                if (!waiters.Closed)
                {
                    waiters.Count++;
                    return waiters;
                }
            }
        }
    }

    private void Leave((string, string, Guid) id, Waiters waiters, bool release)
    {
        if (release)
        {
            waiters.Gate.Release();
        }

        lock (waiters)
        {
            if (--waiters.Count == 0)
            {
                waiters.Closed = true;
                _turns.TryRemove(id, out _);
            }
        }
    }

    private sealed class Waiters
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Count { get; set; }

        public bool Closed { get; set; }
    }
}
