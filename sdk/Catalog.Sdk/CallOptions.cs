using System.Collections.ObjectModel;

namespace Catalog.Sdk;

/// <summary>What one call asks for beyond its parameters.</summary>
public sealed record CallOptions
{
    /// <summary>The <c>Idempotency-Key</c> of a mutation. Null lets the client make one where the server advertises that it honours them.</summary>
    /// <remarks>One key stands for one request: under the same key a server answers another request with 422.</remarks>
    public Guid? IdempotencyKey { get; init; }

    /// <summary>The <c>X-Request-Id</c> to send: at most 64 letters, digits and hyphens. Null lets the server choose one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Headers to send in addition.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Called with the raw answer of the call, before it is read; also when it is an error.</summary>
    public Action<CatalogResponse>? OnResponse { get; init; }
}
