using System.Management.Automation;

namespace Catalog;

/// <summary>A table as it stands: its schema, partitions, order, properties, snapshots and refs.</summary>
public sealed class TableInfo : TableSummary
{
    internal TableInfo(NamespaceName namespaceName, string name)
        : base(namespaceName, name)
    {
    }

    /// <summary>Gets the table's id, which stays with it when it is renamed.</summary>
    public Guid Uuid { get; internal init; }

    /// <summary>Gets where the table's files are.</summary>
    public string Location { get; internal init; } = string.Empty;

    /// <summary>Gets the metadata file that this was read from; nothing for a staged table.</summary>
    public string? MetadataLocation { get; internal init; }

    /// <summary>Gets the version of the table format.</summary>
    public int FormatVersion { get; internal init; }

    /// <summary>Gets when the table last changed.</summary>
    public DateTimeOffset LastUpdated { get; internal init; }

    /// <summary>Gets the current schema.</summary>
    public TableSchema Schema { get; internal init; } = new([]);

    /// <summary>Gets every schema that the table has had.</summary>
    public IReadOnlyList<TableSchema> Schemas { get; internal init; } = [];

    /// <summary>Gets the current partition spec.</summary>
    public TablePartitionSpec PartitionSpec { get; internal init; } = new([]);

    /// <summary>Gets the current sort order.</summary>
    public TableSortOrder SortOrder { get; internal init; } = new([]);

    /// <summary>Gets the properties. Their names are case-sensitive.</summary>
    public IDictionary<string, string> Properties { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the current snapshot's id; nothing for a table without data.</summary>
    public long? CurrentSnapshotId { get; internal init; }

    /// <summary>Gets the snapshots, oldest first.</summary>
    public IReadOnlyList<SnapshotInfo> Snapshots { get; internal init; } = [];

    /// <summary>Gets the branches and tags by their names.</summary>
    public IDictionary<string, TableReference> Refs { get; internal init; } = new Dictionary<string, TableReference>();

    /// <summary>Gets the highest field id that was ever used.</summary>
    public int LastColumnId { get; internal init; }

    /// <summary>Gets what the server adds for access to the files; values that are secret are left out.</summary>
    public IDictionary<string, string> Config { get; internal init; } = new Dictionary<string, string>();

    /// <summary>Gets the metadata as the server sent it.</summary>
    [Hidden]
    public string RawJson { get; internal init; } = string.Empty;
}
