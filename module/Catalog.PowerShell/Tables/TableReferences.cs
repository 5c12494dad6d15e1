using System.Management.Automation;
using Catalog.PowerShell.Errors;

namespace Catalog.PowerShell.Tables;

/// <summary>Finds branches, tags and snapshots of a table that was read, or says what there is.</summary>
internal static class TableReferences
{
    public static TableReference Find(TableInfo table, string reference)
        => table.Refs.TryGetValue(reference, out TableReference? found) ? found : throw new CommandException(
            "NoSuchReference",
            ErrorCategory.ObjectNotFound,
            $"The table {table} has no branch or tag '{reference}'.",
            table.Refs.Count == 0 ? "The table has no snapshot yet, so it has no branches." : $"It has: {string.Join(", ", table.Refs.Keys)}.");

    public static SnapshotInfo FindSnapshot(TableInfo table, long id)
        => table.Snapshots.FirstOrDefault(snapshot => snapshot.SnapshotId == id) ?? throw new CommandException(
            "NoSuchSnapshot",
            ErrorCategory.ObjectNotFound,
            $"The table {table} has no snapshot {id}.",
            "Get-TableSnapshot lists the snapshots.");
}
