using Catalog.Core;
using Catalog.Core.Access;

namespace Catalog.Server.Authentication.Bearer;

/// <summary>A bearer credential that was found valid: whose it is and until when.</summary>
internal sealed class RememberedBearer(ApiKey key, DateTimeOffset? expiresAt)
{
    public ApiKey Key { get; } = key;

    /// <summary>When the credential itself ends, key or token; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;

    public Caller Caller { get; } =
        new($"planasonix:{key.Organisation.Id}:{key.Id}", Surface.Planasonix, key.CanWrite, key.Organisation.Warehouse)
        {
            Permissions = Permissions.InWarehouse(key.Organisation.Warehouse, key.CanWrite),
        };
}
