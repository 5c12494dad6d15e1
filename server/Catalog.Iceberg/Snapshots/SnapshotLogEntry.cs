using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>When a snapshot became the current one.</summary>
public sealed class SnapshotLogEntry : IElement
{
    internal SnapshotLogEntry(long timestampMs, long snapshotId, ReadOnlyMemory<byte> json)
    {
        TimestampMs = timestampMs;
        SnapshotId = snapshotId;
        Json = json;
    }

    /// <summary>The time, in milliseconds since 1970.</summary>
    public long TimestampMs { get; }

    /// <summary>The snapshot.</summary>
    public long SnapshotId { get; }

    /// <summary>The JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SnapshotId;

    internal static SnapshotLogEntry Of(long timestampMs, long snapshotId)
    {
        using var writer = new DocumentWriter();
        writer.Raw("{\"timestamp-ms\":"u8);
        writer.Number(timestampMs);
        writer.Raw(",\"snapshot-id\":"u8);
        writer.Number(snapshotId);
        writer.Raw("}"u8);
        return new SnapshotLogEntry(timestampMs, snapshotId, writer.ToArray());
    }
}
