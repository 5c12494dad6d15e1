namespace Catalog.Server.Authentication.SigV4;

/// <summary>How a signer wrote the parts of the canonical request that signers write differently.</summary>
/// <param name="DoubleEncodedPath">Whether the path, already encoded, is encoded once more (every service but S3).</param>
/// <param name="Query">The query whose pairs are sorted.</param>
/// <param name="PayloadHash">The last line.</param>
internal readonly record struct CanonicalForm(bool DoubleEncodedPath, ReadOnlyMemory<char> Query, string PayloadHash);
