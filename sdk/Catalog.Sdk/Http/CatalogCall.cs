using Catalog.Sdk.Errors;

namespace Catalog.Sdk.Http;

/// <summary>One call of the hand-written part: what is sent, and what it is about.</summary>
internal sealed record CatalogCall(string Operation, HttpMethod Method, string PathAndQuery, ErrorSubject Subject)
{
    public byte[]? Body { get; init; }

    /// <summary>Headers of the operation itself, such as <c>If-None-Match</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether an <c>Idempotency-Key</c> goes with the call where the server honours it.</summary>
    public bool TakesIdempotencyKey { get; init; }

    /// <summary>What the span is tagged with, such as the table.</summary>
    public string? Target { get; init; }
}
