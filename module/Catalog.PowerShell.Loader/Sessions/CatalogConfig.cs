namespace Catalog;

/// <summary>What the server says about itself to its clients.</summary>
public sealed class CatalogConfig
{
    internal CatalogConfig(IDictionary<string, string> defaults, IDictionary<string, string> overrides, IReadOnlyList<string> endpoints, string? idempotencyKeyLifetime)
    {
        Defaults = defaults;
        Overrides = overrides;
        Endpoints = endpoints;
        IdempotencyKeyLifetime = idempotencyKeyLifetime;
    }

    /// <summary>Gets the properties that a client may replace.</summary>
    public IDictionary<string, string> Defaults { get; }

    /// <summary>Gets the properties that replace a client's own.</summary>
    public IDictionary<string, string> Overrides { get; }

    /// <summary>Gets the operations that are served.</summary>
    public IReadOnlyList<string> Endpoints { get; }

    /// <summary>Gets how long an idempotency key is remembered, as an ISO 8601 duration.</summary>
    public string? IdempotencyKeyLifetime { get; }
}
