using System.Net;

namespace Catalog.Sdk;

/// <summary>A raw answer of the server.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Headers">The headers, of the body too; names compare without case.</param>
/// <param name="Body">The body as it came.</param>
public sealed record CatalogResponse(
    HttpStatusCode StatusCode,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The request id that the server gave, or null.</summary>
    public string? RequestId => GetHeader("X-Request-Id");

    /// <summary>The first value of a header, or null.</summary>
    /// <param name="name">The name of the header.</param>
    /// <returns>The value, or null when the header is absent.</returns>
    public string? GetHeader(string name) =>
        Headers.TryGetValue(name, out IReadOnlyList<string>? values) && values.Count > 0 ? values[0] : null;
}
