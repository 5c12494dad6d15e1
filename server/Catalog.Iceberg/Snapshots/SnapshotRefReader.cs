using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>Reads and makes references.</summary>
internal static class SnapshotRefReader
{
    public static SnapshotRef Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json);
    }

    public static SnapshotRef Main(long snapshotId)
    {
        using var writer = new DocumentWriter();
        writer.Raw("{\"snapshot-id\":"u8);
        writer.Number(snapshotId);
        writer.Raw(",\"type\":\"branch\"}"u8);
        return new SnapshotRef(snapshotId, SnapshotRefType.Branch) { Json = writer.ToArray() };
    }

    /// <summary>The reference moved to another snapshot, with what it says about expiry.</summary>
    public static SnapshotRef Moved(SnapshotRef reference, long snapshotId) =>
        Parse(JsonObjectEditor.Set(reference.Json, ("snapshot-id", JsonObjectEditor.Number(snapshotId))));

    public static SnapshotRef Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("ref");
        long start = reader.TokenStartIndex;
        long? snapshotId = null;
        SnapshotRefType? type = null;
        int? minSnapshots = null;
        long? maxSnapshotAge = null;
        long? maxRefAge = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("snapshot-id"u8))
            {
                JsonReading.Once(ref seen, 0, "snapshot-id");
                snapshotId = reader.ReadInt64("snapshot-id");
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                JsonReading.Once(ref seen, 1, "type");
                type = TypeOf(reader.ReadString("type"));
            }
            else if (reader.ValueTextEquals("min-snapshots-to-keep"u8))
            {
                JsonReading.Once(ref seen, 2, "min-snapshots-to-keep");
                minSnapshots = reader.ReadOptionalInt32("min-snapshots-to-keep");
            }
            else if (reader.ValueTextEquals("max-snapshot-age-ms"u8))
            {
                JsonReading.Once(ref seen, 3, "max-snapshot-age-ms");
                maxSnapshotAge = reader.ReadOptionalInt64("max-snapshot-age-ms");
            }
            else if (reader.ValueTextEquals("max-ref-age-ms"u8))
            {
                JsonReading.Once(ref seen, 4, "max-ref-age-ms");
                maxRefAge = reader.ReadOptionalInt64("max-ref-age-ms");
            }
            else
            {
                reader.SkipValue();
            }
        }

        return new SnapshotRef(
            snapshotId ?? throw JsonReading.Missing("snapshot-id"),
            type ?? throw JsonReading.Missing("type"))
        {
            MinSnapshotsToKeep = minSnapshots,
            MaxSnapshotAgeMs = maxSnapshotAge,
            MaxRefAgeMs = maxRefAge,
            Json = reader.Slice(document, start),
        };
    }

    private static SnapshotRefType TypeOf(string text) => text.ToLowerInvariant() switch
    {
        "branch" => SnapshotRefType.Branch,
        "tag" => SnapshotRefType.Tag,
        _ => throw new MetadataValidationException($"Invalid snapshot ref type: {text}", "type"),
    };
}
