namespace Catalog.Sdk.Tables;

/// <summary>The state of a table at one time: the manifest list that names all its data files.</summary>
public sealed record Snapshot : IcebergObject
{
    /// <summary>The id of the snapshot, unique within the table.</summary>
    public required long SnapshotId { get; init; }

    /// <summary>The id of the snapshot before this one; absent for the first.</summary>
    public long? ParentSnapshotId { get; init; }

    /// <summary>The sequence number (format version 2 and later).</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>When the snapshot was made, in milliseconds since the Unix epoch.</summary>
    public required long TimestampMs { get; init; }

    /// <summary>The location of the manifest list (Avro).</summary>
    public string? ManifestList { get; init; }

    /// <summary>The locations of the manifests, in version 1 tables that have no manifest list.</summary>
    public IReadOnlyList<string>? Manifests { get; init; }

    /// <summary>What the snapshot did: <c>operation</c> and counts, all as strings.</summary>
    public IReadOnlyDictionary<string, string> Summary { get; init => field = value ?? EmptyStrings; } = EmptyStrings;

    /// <summary>The id of the schema that was current when the snapshot was made.</summary>
    public long? SchemaId { get; init; }

    /// <summary>The first row id of the snapshot (format version 3).</summary>
    public long? FirstRowId { get; init; }

    /// <summary>The number of rows that the snapshot added (format version 3).</summary>
    public long? AddedRows { get; init; }

    /// <summary>The id of the key that encrypts the manifest list.</summary>
    public string? KeyId { get; init; }
}
