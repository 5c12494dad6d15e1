namespace Catalog.Sdk.Http;

/// <summary>What a server has said of itself, once it was asked.</summary>
internal sealed class ServerCapabilities
{
    private volatile bool _honoursIdempotencyKeys;

    public bool HonoursIdempotencyKeys => _honoursIdempotencyKeys;

    public void Learn(CatalogConfig config) => _honoursIdempotencyKeys = config.GetIdempotencyKeyLifetime() > TimeSpan.Zero;
}
