using Avro.Generic;

namespace Catalog.Iceberg.Manifests;

/// <summary>Reads the places of files out of manifests of all format versions.</summary>
internal static class ManifestReader
{
    private const int Status = 0;
    private const int DataFile = 2;
    private const int FilePath = 100;
    private const long Deleted = 2;

    private static readonly Dictionary<int, string> Wanted = new()
    {
        [Status] = "status",
        [DataFile] = "data_file",
        [FilePath] = "file_path",
    };

    public static IEnumerable<string> ReadPaths(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream);
    }

    private static IEnumerable<string> Read(Stream stream)
    {
        AvroContainer container = AvroRecords.Guarded(() => AvroContainer.Open(stream));
        foreach (GenericRecord record in AvroRecords.Read(container, Wanted))
        {
            if (AvroRecords.Number(record, Status) != Deleted)
            {
                yield return AvroRecords.Value(record, DataFile) is GenericRecord file
                    ? AvroRecords.Text(file, FilePath)
                    : throw new MetadataValidationException("Manifest entry has no data file");
            }
        }
    }
}
