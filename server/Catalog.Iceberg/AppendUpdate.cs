using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Updates;

namespace Catalog.Iceberg;

/// <summary>
/// Appends files by their manifest list alone; the catalog makes the snapshot. The commit service reads the list
/// and applies what <see cref="ToSnapshot"/> returns in place of this update.
/// </summary>
/// <param name="ManifestList">The place of the manifest list.</param>
public sealed record AppendUpdate(string ManifestList) : TableUpdate
{
    /// <summary>Not possible: the manifest list has to be read first.</summary>
    /// <param name="builder">Not used.</param>
    public override void Apply(TableMetadataBuilder builder) =>
        throw new MetadataValidationException("append needs its manifest list to be read", "manifest-list");

    /// <summary>Returns the updates that stand for this one: the snapshot, and main moved to it.</summary>
    /// <param name="list">The manifest list, read.</param>
    /// <param name="current">The table that is appended to.</param>
    /// <param name="nowMs">The time of the commit, in milliseconds since 1970.</param>
    /// <exception cref="StaleSnapshotException">The list was not made on top of the table's current snapshot.</exception>
    public IReadOnlyList<TableUpdate> ToSnapshot(ManifestList list, TableMetadata current, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(current);
        Snapshot snapshot = AppendedSnapshot.Make(ManifestList, list, current, nowMs);
        return [new AddSnapshotUpdate(snapshot), new SetSnapshotRefUpdate(SnapshotRef.Main, SnapshotRefReader.Main(snapshot.SnapshotId, current))];
    }
}
