namespace Catalog;

/// <summary>The state of a table at one time.</summary>
public sealed class SnapshotInfo
{
    internal SnapshotInfo(NamespaceName namespaceName, string table, long snapshotId)
    {
        Namespace = namespaceName;
        Table = table;
        SnapshotId = snapshotId;
    }

    /// <summary>Gets the namespace of the table.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>Gets the name of the table.</summary>
    public string Table { get; }

    /// <summary>Gets the snapshot's id.</summary>
    public long SnapshotId { get; }

    /// <summary>Gets the snapshot that this one was made from.</summary>
    public long? ParentSnapshotId { get; internal init; }

    /// <summary>Gets the place in the order of changes (format version 2 and later).</summary>
    public long? SequenceNumber { get; internal init; }

    /// <summary>Gets when the snapshot was made.</summary>
    public DateTimeOffset Timestamp { get; internal init; }

    /// <summary>Gets what made the snapshot: append, replace, overwrite or delete.</summary>
    public string? Operation { get; internal init; }

    /// <summary>Gets what the writer says about the snapshot.</summary>
    public IDictionary<string, string> Summary { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the file that lists the snapshot's manifests.</summary>
    public string? ManifestList { get; internal init; }

    /// <summary>Gets the schema that was current then.</summary>
    public int? SchemaId { get; internal init; }

    /// <summary>Gets a value indicating whether the table stands at this snapshot.</summary>
    public bool IsCurrent { get; internal init; }

    /// <summary>Gets the branches and tags that point here.</summary>
    public IReadOnlyList<string> Refs { get; internal init; } = [];

    /// <inheritdoc />
    public override string ToString() => SnapshotId.ToString();
}
