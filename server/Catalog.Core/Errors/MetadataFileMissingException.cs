namespace Catalog.Core;

/// <summary>A table's metadata file is gone from the store.</summary>
/// <param name="location">The file.</param>
public sealed class MetadataFileMissingException(string location)
    : CatalogException($"Metadata file does not exist: {location}");
