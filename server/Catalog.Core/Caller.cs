using Catalog.Core.Access;

namespace Catalog.Core;

/// <summary>Who makes a call, as proved by a credential. One instance may be shared by all calls with that credential.</summary>
/// <param name="Principal">A stable name of the credential's owner, unique over all surfaces; idempotency receipts are kept by it.</param>
/// <param name="Surface">The surface the credential belongs to.</param>
/// <param name="CanWrite">Whether the caller may change anything.</param>
/// <param name="Warehouse">The warehouse the caller is bound to, where the path does not name one (Planasonix).</param>
public sealed record Caller(string Principal, Surface Surface, bool CanWrite, string? Warehouse = null)
{
    /// <summary>What the caller may do to which object. By default everything that <see cref="CanWrite"/> covers.</summary>
    public Permissions Permissions { get; init; } = CanWrite ? Permissions.All : Permissions.ReadOnly;
}
