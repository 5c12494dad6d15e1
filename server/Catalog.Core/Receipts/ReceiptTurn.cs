namespace Catalog.Core;

/// <summary>
/// The turn of one call among those with the same principal, scope and key in this process; the next waits until it is
/// disposed.
/// </summary>
public sealed class ReceiptTurn : IDisposable
{
    private readonly Action _leave;

    internal ReceiptTurn(string principal, string scope, Guid key, byte[] fingerprint, StoredAnswer? answer, Action leave)
    {
        Principal = principal;
        Scope = scope;
        Key = key;
        Fingerprint = fingerprint;
        Answer = answer;
        _leave = leave;
    }

    /// <summary>The answer that an earlier call with this key got; null when this is the first.</summary>
    public StoredAnswer? Answer { get; }

    internal string Principal { get; }

    internal string Scope { get; }

    internal Guid Key { get; }

    internal byte[] Fingerprint { get; }

    /// <summary>What to pass to the service as <see cref="Operation.Idempotency"/>.</summary>
    public IdempotentCall Call(Func<object?, StoredAnswer> render) => new(Scope, Key, Fingerprint, render);

    /// <inheritdoc/>
    public void Dispose() => _leave();
}
