using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>Reads entries of the two logs.</summary>
internal static class LogReader
{
    public static SnapshotLogEntry ReadSnapshotEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("snapshot-log entry");
        long start = reader.TokenStartIndex;
        long? timestamp = null;
        long? snapshotId = null;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("timestamp-ms"u8))
            {
                timestamp = reader.ReadInt64("timestamp-ms");
            }
            else if (reader.ValueTextEquals("snapshot-id"u8))
            {
                snapshotId = reader.ReadInt64("snapshot-id");
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new SnapshotLogEntry(
            timestamp ?? throw JsonReading.Missing("timestamp-ms"),
            snapshotId ?? throw JsonReading.Missing("snapshot-id"),
            reader.Slice(document, start));
    }

    public static MetadataLogEntry ReadMetadataEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("metadata-log entry");
        long start = reader.TokenStartIndex;
        long? timestamp = null;
        string? file = null;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("timestamp-ms"u8))
            {
                timestamp = reader.ReadInt64("timestamp-ms");
            }
            else if (reader.ValueTextEquals("metadata-file"u8))
            {
                file = reader.ReadString("metadata-file");
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new MetadataLogEntry(
            timestamp ?? throw JsonReading.Missing("timestamp-ms"),
            file ?? throw JsonReading.Missing("metadata-file"),
            reader.Slice(document, start));
    }
}
