namespace Catalog;

/// <summary>A branch or a tag: a name for a snapshot.</summary>
public sealed class TableReference
{
    internal TableReference(NamespaceName namespaceName, string table, string reference, string type, long snapshotId)
    {
        Namespace = namespaceName;
        Table = table;
        Reference = reference;
        Type = type;
        SnapshotId = snapshotId;
    }

    /// <summary>Gets the namespace of the table.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>Gets the name of the table.</summary>
    public string Table { get; }

    /// <summary>Gets the name of the branch or tag.</summary>
    public string Reference { get; }

    /// <summary>Gets <c>branch</c> or <c>tag</c>.</summary>
    public string Type { get; }

    /// <summary>Gets the snapshot that is pointed at.</summary>
    public long SnapshotId { get; }

    /// <summary>Gets how many snapshots of a branch are kept at least.</summary>
    public int? MinSnapshotsToKeep { get; internal init; }

    /// <summary>Gets the age from which a branch's snapshots may go.</summary>
    public TimeSpan? MaxSnapshotAge { get; internal init; }

    /// <summary>Gets the age from which the reference itself may go.</summary>
    public TimeSpan? MaxReferenceAge { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => $"{Type} {Reference} at {SnapshotId}";
}
