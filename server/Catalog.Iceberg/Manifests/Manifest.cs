namespace Catalog.Iceberg.Manifests;

/// <summary>A manifest: the files of a part of a table.</summary>
public static class Manifest
{
    /// <summary>Reads the places of the live data and delete files, one by one.</summary>
    /// <param name="stream">The Avro file; it is read while the result is enumerated.</param>
    /// <exception cref="MetadataValidationException">It is corrupt, too large, or no manifest; thrown while enumerating.</exception>
    public static IEnumerable<string> ReadPaths(Stream stream) => ManifestReader.ReadPaths(stream);
}
