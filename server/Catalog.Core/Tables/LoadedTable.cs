namespace Catalog.Core;

/// <summary>A table as clients get it.</summary>
/// <param name="MetadataLocation">Where its metadata file is; null for a table that is only staged.</param>
/// <param name="Metadata">The metadata, as UTF-8 JSON.</param>
/// <param name="ETag">The entity tag of exactly these bytes, with its quotes.</param>
public sealed record LoadedTable(string? MetadataLocation, ReadOnlyMemory<byte> Metadata, string ETag);
