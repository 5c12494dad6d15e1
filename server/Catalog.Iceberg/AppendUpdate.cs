using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Updates;

namespace Catalog.Iceberg;

/// <summary>
/// Appends files by their manifest list alone; the catalog makes the snapshot. The commit service reads the list and
/// calls <see cref="Apply(TableMetadataBuilder, ManifestList, long)"/>.
/// </summary>
/// <param name="ManifestList">The place of the manifest list.</param>
public sealed record AppendUpdate(string ManifestList) : TableUpdate
{
    /// <summary>Not possible: the manifest list has to be read first.</summary>
    /// <param name="builder">Not used.</param>
    public override void Apply(TableMetadataBuilder builder) =>
        throw new MetadataValidationException("append needs its manifest list to be read", "manifest-list");

    /// <summary>Adds the snapshot of the list to whatever earlier updates of the commit made, and moves main to it.</summary>
    /// <param name="builder">The builder of the new version.</param>
    /// <param name="list">The manifest list, read.</param>
    /// <param name="nowMs">The time of the commit, in milliseconds since 1970.</param>
    /// <exception cref="StaleSnapshotException">The list was not made on top of the table's current snapshot.</exception>
    public void Apply(TableMetadataBuilder builder, ManifestList list, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (TableUpdate update in ToSnapshot(list, builder.ToAppendBase(), nowMs))
        {
            builder.Apply(update);
        }
    }

    /// <summary>Returns the updates that stand for this one: the snapshot, and main moved to it.</summary>
    /// <param name="list">The manifest list, read.</param>
    /// <param name="current">The table that is appended to.</param>
    /// <param name="nowMs">The time of the commit, in milliseconds since 1970.</param>
    /// <exception cref="StaleSnapshotException">The list was not made on top of the table's current snapshot.</exception>
    public IReadOnlyList<TableUpdate> ToSnapshot(ManifestList list, TableMetadata current, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(current);
        return ToSnapshot(list, AppendBase.Of(current), nowMs);
    }

    private TableUpdate[] ToSnapshot(ManifestList list, AppendBase current, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(list);
        Snapshot snapshot = AppendedSnapshot.Make(ManifestList, list, current, nowMs);
        SnapshotRef main = current.Main is null ? SnapshotRefReader.Main(snapshot.SnapshotId) : SnapshotRefReader.Moved(current.Main, snapshot.SnapshotId);
        return [new AddSnapshotUpdate(snapshot), new SetSnapshotRefUpdate(SnapshotRef.Main, main)];
    }
}
