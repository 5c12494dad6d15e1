using System.Security.Cryptography;
using System.Text;
using Catalog.Iceberg;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>The content of one metadata file. Never changes, so it can be shared by everyone.</summary>
internal sealed class StoredMetadata
{
    private readonly bool _isStaged;
    private TableMetadata? _table;
    private LoadedTable? _all;
    private LoadedTable? _refs;

    public StoredMetadata(string location, ReadOnlyMemory<byte> bytes, TableMetadata? table = null, bool isStaged = false)
    {
        Location = location;
        File = FileLocation.Parse(location);
        Bytes = bytes;
        _table = table;
        _isStaged = isStaged;
    }

    public string Location { get; }

    public FileLocation File { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>About how much memory it takes: its text, and as much again and more once it is parsed.</summary>
    public long Weight => (3 * (long)Bytes.Length) + 512;

    /// <summary>The metadata as an object. Loads never ask for it.</summary>
    public TableMetadata Table => _table ??= TableMetadata.Parse(Bytes);

    public LoadedTable Loaded(SnapshotMode mode) => mode == SnapshotMode.Refs
        ? _refs ??= new LoadedTable(Location, Table.SnapshotsOfRefs(), Tag(Location, "refs"))
        : _all ??= new LoadedTable(_isStaged ? null : Location, Bytes, Tag(Location, "all"));

    private static string Tag(string location, string mode)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{mode}\0{location}"), hash);
        return $"\"{Convert.ToHexStringLower(hash[..12])}\"";
    }
}
