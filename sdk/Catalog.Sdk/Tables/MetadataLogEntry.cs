namespace Catalog.Sdk.Tables;

/// <summary>One entry of the history of metadata files.</summary>
public sealed record MetadataLogEntry : IcebergObject
{
    /// <summary>The location of an earlier metadata file.</summary>
    public required string MetadataFile { get; init; }

    /// <summary>When that file was last current, in milliseconds since the Unix epoch.</summary>
    public required long TimestampMs { get; init; }
}
