using Catalog.Iceberg.Json;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Manifests;

/// <summary>Makes the snapshot of an append from its manifest list.</summary>
internal static class AppendedSnapshot
{
    public static Snapshot Make(string location, ManifestList list, AppendBase current, long nowMs)
    {
        long snapshotId = list.SnapshotId ?? NewestSnapshot(list);
        if (list.NamesParent && list.ParentSnapshotId != current.CurrentSnapshotId)
        {
            // A manifest list names all files of the table: one made on another snapshot would drop what came since.
            throw new StaleSnapshotException(
                $"Cannot append: manifest list was made on snapshot {list.ParentSnapshotId}, but the current one is {current.CurrentSnapshotId}");
        }

        using var writer = new DocumentWriter();
        writer.Raw("{"u8);
        if (current.FormatVersion > 1)
        {
            writer.Raw("\"sequence-number\":"u8);
            writer.Number(SequenceNumber(list, snapshotId, current));
            writer.Raw(","u8);
        }

        writer.Raw("\"snapshot-id\":"u8);
        writer.Number(snapshotId);
        if (current.CurrentSnapshotId is { } parent)
        {
            writer.Raw(",\"parent-snapshot-id\":"u8);
            writer.Number(parent);
        }

        writer.Raw(",\"timestamp-ms\":"u8);
        writer.Number(Math.Max(nowMs, current.LastUpdatedMs));
        writer.Raw(",\"summary\":{\"operation\":\"append\""u8);
        foreach ((string name, long value) in Totals(list, snapshotId))
        {
            writer.Raw(","u8);
            writer.Text(name);
            writer.Raw(":"u8);
            writer.Text(value.ToString());
        }

        writer.Raw("},\"manifest-list\":"u8);
        writer.Text(location);
        writer.Raw(",\"schema-id\":"u8);
        writer.Number(current.CurrentSchemaId);
        if (current.FormatVersion >= 3)
        {
            writer.Raw(",\"first-row-id\":"u8);
            writer.Number(list.FirstRowId ?? current.NextRowId);
            writer.Raw(",\"added-rows\":"u8);
            writer.Number(AssignedRows(list, current.NextRowId));
        }

        writer.Raw("}"u8);
        return SnapshotReader.Parse(writer.ToArray());
    }

    private static long NewestSnapshot(ManifestList list)
    {
        ManifestListEntry? newest = list.Entries.MaxBy(entry => entry.SequenceNumber);
        return newest?.AddedSnapshotId
            ?? throw new MetadataValidationException("Manifest list names no snapshot", "manifest-list");
    }

    private static long SequenceNumber(ManifestList list, long snapshotId, AppendBase current)
    {
        if (list.SequenceNumber is { } given)
        {
            return given;
        }

        long added = Added(list, snapshotId).Select(entry => entry.SequenceNumber).DefaultIfEmpty(0).Max();
        return added > 0 ? added : current.LastSequenceNumber + 1;
    }

    private static IEnumerable<ManifestListEntry> Added(ManifestList list, long snapshotId) =>
        list.Entries.Where(entry => entry.AddedSnapshotId == snapshotId);

    private static IEnumerable<(string Name, long Value)> Totals(ManifestList list, long snapshotId)
    {
        ManifestListEntry[] added = [.. Added(list, snapshotId).Where(entry => entry.Content == ManifestContent.Data)];
        ManifestListEntry[] data = [.. list.Entries.Where(entry => entry.Content == ManifestContent.Data)];
        ManifestListEntry[] deletes = [.. list.Entries.Where(entry => entry.Content == ManifestContent.Deletes)];
        yield return ("added-data-files", Sum(added, entry => entry.AddedFilesCount));
        yield return ("added-records", Sum(added, entry => entry.AddedRowsCount));
        yield return ("total-data-files", Sum(data, entry => entry.AddedFilesCount, entry => entry.ExistingFilesCount));
        yield return ("total-records", Sum(data, entry => entry.AddedRowsCount, entry => entry.ExistingRowsCount));
        yield return ("total-delete-files", Sum(deletes, entry => entry.AddedFilesCount, entry => entry.ExistingFilesCount));
    }

    private static long AssignedRows(ManifestList list, long nextRowId) => Sum(
        [.. list.Entries.Where(entry => entry.Content == ManifestContent.Data && (entry.FirstRowId ?? nextRowId) >= nextRowId)],
        entry => entry.AddedRowsCount,
        entry => entry.ExistingRowsCount);

    private static long Sum(ManifestListEntry[] entries, params ReadOnlySpan<Func<ManifestListEntry, long?>> parts)
    {
        long sum = 0;
        foreach (ManifestListEntry entry in entries)
        {
            foreach (Func<ManifestListEntry, long?> part in parts)
            {
                long value = part(entry) ?? 0;
                sum = value >= 0 && sum <= long.MaxValue - value
                    ? sum + value
                    : throw new MetadataValidationException("Manifest list counts are out of range", "manifest-list");
            }
        }

        return sum;
    }
}
