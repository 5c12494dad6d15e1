using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>Reads snapshots. Texts and summaries are checked here and made into strings only when asked for.</summary>
internal static class SnapshotReader
{
    public static Snapshot Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json);
    }

    public static Snapshot Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("snapshot");
        long start = reader.TokenStartIndex;
        long? snapshotId = null;
        long? parent = null;
        long sequenceNumber = 0;
        long? timestamp = null;
        int? schemaId = null;
        long? firstRowId = null;
        long? addedRows = null;
        string? keyId = null;
        string? operation = null;
        ReadOnlyMemory<byte> manifestList = default;
        ReadOnlyMemory<byte> manifests = default;
        ReadOnlyMemory<byte> summary = default;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("snapshot-id"u8))
            {
                JsonReading.Once(ref seen, 0, "snapshot-id");
                snapshotId = reader.ReadInt64("snapshot-id");
            }
            else if (reader.ValueTextEquals("parent-snapshot-id"u8))
            {
                JsonReading.Once(ref seen, 1, "parent-snapshot-id");
                parent = reader.ReadOptionalInt64("parent-snapshot-id");
            }
            else if (reader.ValueTextEquals("sequence-number"u8))
            {
                JsonReading.Once(ref seen, 2, "sequence-number");
                sequenceNumber = reader.ReadOptionalInt64("sequence-number") ?? 0;
            }
            else if (reader.ValueTextEquals("timestamp-ms"u8))
            {
                JsonReading.Once(ref seen, 3, "timestamp-ms");
                timestamp = reader.ReadInt64("timestamp-ms");
            }
            else if (reader.ValueTextEquals("manifest-list"u8))
            {
                JsonReading.Once(ref seen, 4, "manifest-list");
                manifestList = ReadText(ref reader, document, "manifest-list");
            }
            else if (reader.ValueTextEquals("summary"u8))
            {
                JsonReading.Once(ref seen, 5, "summary");
                summary = ReadSummary(ref reader, document, out operation);
            }
            else if (reader.ValueTextEquals("schema-id"u8))
            {
                JsonReading.Once(ref seen, 6, "schema-id");
                schemaId = reader.ReadOptionalInt32("schema-id");
            }
            else if (reader.ValueTextEquals("first-row-id"u8))
            {
                JsonReading.Once(ref seen, 7, "first-row-id");
                firstRowId = reader.ReadOptionalInt64("first-row-id");
            }
            else if (reader.ValueTextEquals("added-rows"u8))
            {
                JsonReading.Once(ref seen, 8, "added-rows");
                addedRows = reader.ReadOptionalInt64("added-rows");
            }
            else if (reader.ValueTextEquals("key-id"u8))
            {
                JsonReading.Once(ref seen, 9, "key-id");
                keyId = reader.ReadOptionalString("key-id");
            }
            else if (reader.ValueTextEquals("manifests"u8))
            {
                JsonReading.Once(ref seen, 10, "manifests");
                manifests = ReadManifests(ref reader, document);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new Snapshot(reader.Slice(document, start), manifestList, manifests, summary)
        {
            SnapshotId = snapshotId ?? throw JsonReading.Missing("snapshot-id"),
            ParentSnapshotId = parent,
            SequenceNumber = sequenceNumber,
            TimestampMs = timestamp ?? throw JsonReading.Missing("timestamp-ms"),
            SchemaId = schemaId,
            FirstRowId = firstRowId,
            AddedRows = addedRows,
            KeyId = keyId,
            Operation = operation,
        };
    }

    public static string? Text(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json.Span);
        return reader.ReadString("text");
    }

    public static IReadOnlyList<string> Texts(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return [];
        }

        var reader = new Utf8JsonReader(json.Span);
        List<string> texts = [];
        reader.Read();
        while (reader.NextElement())
        {
            texts.Add(reader.StringValue("text"));
        }

        return texts;
    }

    public static IReadOnlyDictionary<string, string> TextMap(ReadOnlyMemory<byte> json)
    {
        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (json.IsEmpty)
        {
            return texts;
        }

        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.NextMember())
        {
            texts[reader.NameValue("map")] = reader.ReadString("text");
        }

        return texts;
    }

    private static ReadOnlyMemory<byte> ReadText(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        Check(ref reader, field);
        return reader.Slice(document, reader.TokenStartIndex);
    }

    private static ReadOnlyMemory<byte> ReadManifests(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.Read();
        reader.ExpectArray("manifests");
        long start = reader.TokenStartIndex;
        while (reader.NextElement())
        {
            Check(ref reader, "manifests");
        }

        return reader.Slice(document, start);
    }

    private static ReadOnlyMemory<byte> ReadSummary(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, out string? operation)
    {
        operation = null;
        reader.Read();
        reader.ExpectObject("summary");
        long start = reader.TokenStartIndex;
        while (reader.NextMember())
        {
            bool isOperation = reader.ValueTextEquals("operation"u8);
            if (reader.ValueIsEscaped)
            {
                reader.NameValue("summary");
            }

            reader.Read();
            if (isOperation)
            {
                operation = KnownOperation(ref reader);
            }
            else
            {
                Check(ref reader, "summary");
            }
        }

        return reader.Slice(document, start);
    }

    private static string KnownOperation(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("append"u8))
            {
                return "append";
            }

            if (reader.ValueTextEquals("overwrite"u8))
            {
                return "overwrite";
            }
        }

        return reader.StringValue("operation");
    }

    /// <summary>Checks that the value is a string that can be read, without making one when nothing is escaped.</summary>
    private static void Check(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
        {
            reader.StringValue(field);
        }
    }
}
