using Avro.Generic;

namespace Catalog.Iceberg.Manifests;

/// <summary>Reads manifest lists of all format versions.</summary>
internal static class ManifestListReader
{
    private const int MaxEntries = 1_000_000;
    private const int ManifestPath = 500;
    private const int ManifestLength = 501;
    private const int PartitionSpecId = 502;
    private const int AddedSnapshotId = 503;
    private const int AddedFiles = 504;
    private const int ExistingFiles = 505;
    private const int DeletedFiles = 506;
    private const int AddedRows = 512;
    private const int ExistingRows = 513;
    private const int DeletedRows = 514;
    private const int SequenceNumber = 515;
    private const int Content = 517;
    private const int FirstRowId = 520;

    private static readonly Dictionary<int, string> Wanted = new()
    {
        [ManifestPath] = "manifest_path",
        [ManifestLength] = "manifest_length",
        [PartitionSpecId] = "partition_spec_id",
        [AddedSnapshotId] = "added_snapshot_id",
        [AddedFiles] = "added_files_count",
        [ExistingFiles] = "existing_files_count",
        [DeletedFiles] = "deleted_files_count",
        [AddedRows] = "added_rows_count",
        [ExistingRows] = "existing_rows_count",
        [DeletedRows] = "deleted_rows_count",
        [SequenceNumber] = "sequence_number",
        [Content] = "content",
        [FirstRowId] = "first_row_id",
    };

    public static ManifestList Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        AvroContainer container = AvroRecords.Guarded(() => AvroContainer.Open(stream));
        List<ManifestListEntry> entries = [];
        foreach (GenericRecord record in AvroRecords.Read(container, Wanted))
        {
            if (entries.Count == MaxEntries)
            {
                throw new MetadataValidationException("Manifest list is too large");
            }

            entries.Add(Entry(record));
        }

        string? parent = container.Text("parent-snapshot-id");
        return new ManifestList(entries)
        {
            SnapshotId = Number(container.Text("snapshot-id")),
            ParentSnapshotId = Number(parent),
            NamesParent = parent is not null,
            SequenceNumber = Number(container.Text("sequence-number")),
            FirstRowId = Number(container.Text("first-row-id")),
        };
    }

    private static ManifestListEntry Entry(GenericRecord record) => new()
    {
        ManifestPath = AvroRecords.Text(record, ManifestPath),
        ManifestLength = AvroRecords.Number(record, ManifestLength) ?? 0,
        PartitionSpecId = (int)(AvroRecords.Number(record, PartitionSpecId) ?? 0),
        Content = AvroRecords.Number(record, Content) is 1 ? ManifestContent.Deletes : ManifestContent.Data,
        SequenceNumber = AvroRecords.Number(record, SequenceNumber) ?? 0,
        AddedSnapshotId = AvroRecords.Number(record, AddedSnapshotId),
        AddedFilesCount = AvroRecords.Number(record, AddedFiles),
        ExistingFilesCount = AvroRecords.Number(record, ExistingFiles),
        DeletedFilesCount = AvroRecords.Number(record, DeletedFiles),
        AddedRowsCount = AvroRecords.Number(record, AddedRows),
        ExistingRowsCount = AvroRecords.Number(record, ExistingRows),
        DeletedRowsCount = AvroRecords.Number(record, DeletedRows),
        FirstRowId = AvroRecords.Number(record, FirstRowId),
    };

    /// <summary>Writers put "null" where there is no parent.</summary>
    private static long? Number(string? text) => long.TryParse(text, out long value) && value >= 0 ? value : null;
}
