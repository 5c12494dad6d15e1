namespace Catalog.Sdk.Tables;

/// <summary>What a load asks for.</summary>
public sealed record LoadTableOptions
{
    /// <summary>Which snapshots the answer holds; the default is all.</summary>
    public SnapshotMode Snapshots { get; init; }

    /// <summary>Which kind of access to the table's files is asked for; the default is none.</summary>
    public AccessDelegation AccessDelegation { get; init; }
}
