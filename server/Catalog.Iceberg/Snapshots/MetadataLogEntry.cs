using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>A metadata file that was the table's current one before.</summary>
public sealed class MetadataLogEntry : IElement
{
    internal MetadataLogEntry(long timestampMs, string metadataFile, ReadOnlyMemory<byte> json)
    {
        TimestampMs = timestampMs;
        MetadataFile = metadataFile;
        Json = json;
    }

    /// <summary>When that file was made, in milliseconds since 1970.</summary>
    public long TimestampMs { get; }

    /// <summary>The place of the file.</summary>
    public string MetadataFile { get; }

    /// <summary>The JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => TimestampMs;

    internal static MetadataLogEntry Of(long timestampMs, string metadataFile)
    {
        using var writer = new DocumentWriter();
        writer.Raw("{\"timestamp-ms\":"u8);
        writer.Number(timestampMs);
        writer.Raw(",\"metadata-file\":"u8);
        writer.Text(metadataFile);
        writer.Raw("}"u8);
        return new MetadataLogEntry(timestampMs, metadataFile, writer.ToArray());
    }
}
