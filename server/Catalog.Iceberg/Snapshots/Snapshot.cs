using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Snapshots;

/// <summary>A state of the table at some time.</summary>
public sealed class Snapshot : IElement
{
    private readonly ReadOnlyMemory<byte> _manifestList;
    private readonly ReadOnlyMemory<byte> _manifests;
    private readonly ReadOnlyMemory<byte> _summary;

    internal Snapshot(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> manifestList, ReadOnlyMemory<byte> manifests, ReadOnlyMemory<byte> summary)
    {
        Json = json;
        _manifestList = manifestList;
        _manifests = manifests;
        _summary = summary;
    }

    /// <summary>The id.</summary>
    public long SnapshotId { get; internal init; }

    /// <summary>The id of the snapshot that this one was made from, if any.</summary>
    public long? ParentSnapshotId { get; internal init; }

    /// <summary>The sequence number; 0 in v1 tables.</summary>
    public long SequenceNumber { get; internal init; }

    /// <summary>When it was made, in milliseconds since 1970.</summary>
    public long TimestampMs { get; internal init; }

    /// <summary>The id of the schema current at that time, if known.</summary>
    public int? SchemaId { get; internal init; }

    /// <summary>The first row id given to rows of this snapshot (v3).</summary>
    public long? FirstRowId { get; internal init; }

    /// <summary>The number of row ids given to this snapshot (v3).</summary>
    public long? AddedRows { get; internal init; }

    /// <summary>The id of the key that the manifest list is encrypted with, if it is.</summary>
    public string? KeyId { get; internal init; }

    /// <summary>What the snapshot did, such as <c>append</c>; null in old metadata that does not say.</summary>
    public string? Operation { get; internal init; }

    /// <summary>The place of the manifest list; null in old v1 snapshots that list their manifests.</summary>
    public string? ManifestList => SnapshotReader.Text(_manifestList);

    /// <summary>The places of the manifests of a v1 snapshot without a manifest list.</summary>
    public IReadOnlyList<string> Manifests => SnapshotReader.Texts(_manifests);

    /// <summary>The summary, with the operation.</summary>
    public IReadOnlyDictionary<string, string> Summary => SnapshotReader.TextMap(_summary);

    /// <summary>The JSON as it was read.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SnapshotId;

    internal bool HasManifestList => !_manifestList.IsEmpty;
}
