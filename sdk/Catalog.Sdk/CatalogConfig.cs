using System.Text.Json.Serialization;
using System.Xml;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk;

/// <summary>What a catalog tells its clients about itself (Iceberg REST spec, <c>CatalogConfig</c>).</summary>
public sealed record CatalogConfig : IcebergObject
{
    /// <summary>Settings that a client's own settings override.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init => field = value ?? EmptyStrings; } = EmptyStrings;

    /// <summary>Settings that override a client's own.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init => field = value ?? EmptyStrings; } = EmptyStrings;

    /// <summary>The operations that the server has, such as <c>GET /v1/{prefix}/namespaces</c>; null when it does not say.</summary>
    public IReadOnlyList<string>? Endpoints { get; init; }

    /// <summary>How long the server remembers an <c>Idempotency-Key</c>, as an ISO 8601 duration; null when it honours none.</summary>
    public string? IdempotencyKeyLifetime { get; init; }

    /// <summary>How long the server remembers an <c>Idempotency-Key</c>; null when it honours none or the text is no duration.</summary>
    /// <returns>The time, or null.</returns>
    public TimeSpan? GetIdempotencyKeyLifetime()
    {
        try
        {
            return IdempotencyKeyLifetime is { Length: > 0 } text ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
