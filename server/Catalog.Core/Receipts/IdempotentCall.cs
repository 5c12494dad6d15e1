namespace Catalog.Core;

/// <summary>A call that carries an <c>Idempotency-Key</c>: its receipt is written in the change's own transaction.</summary>
/// <param name="Scope">What the key is looked up under beside the principal: the warehouse's name, or empty where there is none.</param>
/// <param name="Key">The key.</param>
/// <param name="Fingerprint">A hash of method, path and body.</param>
/// <param name="Render">Makes the answer out of the service's result (null where the service returns none).</param>
public sealed record IdempotentCall(string Scope, Guid Key, byte[] Fingerprint, Func<object?, StoredAnswer> Render);
