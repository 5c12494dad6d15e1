namespace Catalog.Testing.Contract;

/// <summary>An answer, and the request that it was for.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="RawPath">The path as it was sent, percent-encoded and without a query.</param>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The content type with its parameters; null when there is none.</param>
/// <param name="Body">The body.</param>
/// <param name="HeaderNames">The names of the answer's headers, when they were seen.</param>
public sealed record ObservedAnswer(
    string Method, string RawPath, int Status, string? ContentType, ReadOnlyMemory<byte> Body, IReadOnlyCollection<string>? HeaderNames = null);
