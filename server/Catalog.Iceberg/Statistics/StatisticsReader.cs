using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Statistics;

/// <summary>Reads the descriptions of statistics files.</summary>
internal static class StatisticsReader
{
    public static StatisticsFile Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return ReadFile(ref reader, json);
    }

    public static PartitionStatisticsFile ParsePartition(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return ReadPartitionFile(ref reader, json);
    }

    public static StatisticsFile ReadFile(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        Members members = Members.Read(ref reader, document, "statistics");
        if (!members.HasBlobs)
        {
            throw JsonReading.Missing("blob-metadata");
        }

        return new StatisticsFile(
            members.SnapshotId ?? throw JsonReading.Missing("snapshot-id"),
            members.Path ?? throw JsonReading.Missing("statistics-path"),
            members.Size ?? throw JsonReading.Missing("file-size-in-bytes"),
            members.FooterSize ?? throw JsonReading.Missing("file-footer-size-in-bytes"),
            members.Json);
    }

    public static PartitionStatisticsFile ReadPartitionFile(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        Members members = Members.Read(ref reader, document, "partition-statistics");
        return new PartitionStatisticsFile(
            members.SnapshotId ?? throw JsonReading.Missing("snapshot-id"),
            members.Path ?? throw JsonReading.Missing("statistics-path"),
            members.Size ?? throw JsonReading.Missing("file-size-in-bytes"),
            members.Json);
    }

    private static void ReadBlob(ref Utf8JsonReader reader)
    {
        reader.ExpectObject("blob-metadata");
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("type"u8))
            {
                JsonReading.Once(ref seen, 0, "type");
                reader.ReadString("type");
            }
            else if (reader.ValueTextEquals("snapshot-id"u8))
            {
                JsonReading.Once(ref seen, 1, "snapshot-id");
                reader.ReadInt64("snapshot-id");
            }
            else if (reader.ValueTextEquals("sequence-number"u8))
            {
                JsonReading.Once(ref seen, 2, "sequence-number");
                reader.ReadInt64("sequence-number");
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                JsonReading.Once(ref seen, 3, "fields");
                reader.ReadInt32Array("fields");
            }
            else
            {
                reader.SkipValue();
            }
        }

        ReadOnlySpan<string> required = ["type", "snapshot-id", "sequence-number", "fields"];
        for (int i = 0; i < required.Length; i++)
        {
            if ((seen & (1u << i)) == 0)
            {
                throw JsonReading.Missing(required[i]);
            }
        }
    }

    private struct Members
    {
        public long? SnapshotId;
        public string? Path;
        public long? Size;
        public long? FooterSize;
        public bool HasBlobs;
        public ReadOnlyMemory<byte> Json;

        public static Members Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, string owner)
        {
            reader.ExpectObject(owner);
            long start = reader.TokenStartIndex;
            var members = default(Members);
            uint seen = 0;
            while (reader.NextMember())
            {
                if (reader.ValueTextEquals("snapshot-id"u8))
                {
                    JsonReading.Once(ref seen, 0, "snapshot-id");
                    members.SnapshotId = reader.ReadInt64("snapshot-id");
                }
                else if (reader.ValueTextEquals("statistics-path"u8))
                {
                    JsonReading.Once(ref seen, 1, "statistics-path");
                    members.Path = reader.ReadString("statistics-path");
                }
                else if (reader.ValueTextEquals("file-size-in-bytes"u8))
                {
                    JsonReading.Once(ref seen, 2, "file-size-in-bytes");
                    members.Size = reader.ReadInt64("file-size-in-bytes");
                }
                else if (reader.ValueTextEquals("file-footer-size-in-bytes"u8))
                {
                    JsonReading.Once(ref seen, 3, "file-footer-size-in-bytes");
                    members.FooterSize = reader.ReadInt64("file-footer-size-in-bytes");
                }
                else if (reader.ValueTextEquals("blob-metadata"u8))
                {
                    JsonReading.Once(ref seen, 4, "blob-metadata");
                    reader.Read();
                    reader.ExpectArray("blob-metadata");
                    while (reader.NextElement())
                    {
                        ReadBlob(ref reader);
                    }

                    members.HasBlobs = true;
                }
                else
                {
                    reader.SkipValue();
                }
            }

            members.Json = reader.Slice(document, start);
            return members;
        }
    }
}
