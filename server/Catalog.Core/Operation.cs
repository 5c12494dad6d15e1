namespace Catalog.Core;

/// <summary>The circumstances of a change: by whose rules, where, by whom.</summary>
/// <param name="Rules">The rules of the surface it came through.</param>
/// <param name="Warehouse">The warehouse it happens in.</param>
/// <param name="Caller">Who asks for it.</param>
/// <param name="Idempotency">The receipt to leave with the change, when the caller sent a key.</param>
public sealed record Operation(SurfaceRules Rules, Warehouse Warehouse, Caller Caller, IdempotentCall? Idempotency = null);
