namespace Catalog.Iceberg.Manifests;

/// <summary>The manifest list of a snapshot.</summary>
public sealed class ManifestList
{
    internal ManifestList(IReadOnlyList<ManifestListEntry> entries) => Entries = entries;

    /// <summary>The manifests.</summary>
    public IReadOnlyList<ManifestListEntry> Entries { get; }

    /// <summary>The snapshot that the list was written for, if the file says so.</summary>
    public long? SnapshotId { get; internal init; }

    /// <summary>The parent of that snapshot, if it has one and the file says so.</summary>
    public long? ParentSnapshotId { get; internal init; }

    /// <summary>Says whether the file says anything about the parent, be it that there is none.</summary>
    public bool NamesParent { get; internal init; }

    /// <summary>The sequence number of that snapshot, if the file says so.</summary>
    public long? SequenceNumber { get; internal init; }

    /// <summary>The first row id of that snapshot, if the file says so (v3).</summary>
    public long? FirstRowId { get; internal init; }

    /// <summary>Reads a manifest list.</summary>
    /// <param name="stream">The Avro file.</param>
    /// <exception cref="MetadataValidationException">It is corrupt, too large, or no manifest list.</exception>
    public static ManifestList Read(Stream stream) => ManifestListReader.Read(stream);
}
