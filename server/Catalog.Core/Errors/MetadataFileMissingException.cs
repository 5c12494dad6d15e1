namespace Catalog.Core;

/// <summary>A table's metadata file is gone from the store.</summary>
/// <param name="location">The file.</param>
public sealed class MetadataFileMissingException(string location)
    : CatalogException($"Failed to open input stream for file: {location}");
