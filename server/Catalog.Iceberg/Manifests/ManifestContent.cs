namespace Catalog.Iceberg.Manifests;

/// <summary>What the files of a manifest hold.</summary>
public enum ManifestContent
{
    /// <summary>Rows.</summary>
    Data,

    /// <summary>Deletes of rows in other files.</summary>
    Deletes,
}
