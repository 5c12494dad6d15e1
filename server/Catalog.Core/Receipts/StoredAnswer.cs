namespace Catalog.Core;

/// <summary>An answer as it was given, to be given again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; empty when there was none.</param>
/// <param name="ETag">The entity tag, where the answer carries one.</param>
public sealed record StoredAnswer(int Status, ReadOnlyMemory<byte> Body, string? ETag = null);
