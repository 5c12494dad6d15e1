using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;
using Catalog.PowerShell.Tables;

namespace Catalog.PowerShell.Commits;

/// <summary>Finds out what a commit would do, without sending it.</summary>
internal static class CommitPreviews
{
    public static async Task WriteAsync(
        CatalogConnection connection, NamespaceName ns, string name, IReadOnlyList<TableRequirement> requirements, IReadOnlyList<TableUpdate> updates, CommandStreams streams, CancellationToken stop)
    {
        Sdk.Tables.Table? table = null;
        try
        {
            table = await connection.Catalog.LoadTableAsync(NamespaceNames.Table(ns, name), cancellationToken: stop).ConfigureAwait(false);
        }
        catch (Sdk.Errors.NoSuchTableException) when (requirements.Any(requirement => requirement.Type == "assert-create"))
        {
            // A commit that makes the table is about one that is not there.
        }

        TableInfo? info = table is null ? null : TableReader.Read(table);
        IReadOnlyList<TableUpdate> resolved = CommitResolution.Resolve(updates, info?.Schema ?? new TableSchema([]), info?.LastColumnId ?? 0);
        CommitPreview preview = new(
            ns,
            name,
            new CommitDiff(info).Read(resolved),
            [.. requirements.Select(requirement => RequirementChecks.Check(requirement, info, table?.Metadata))]);
        await streams.WriteAsync(preview, stop).ConfigureAwait(false);
        foreach (RequirementCheck failing in preview.Requirements.Where(check => !check.Holds))
        {
            streams.Warn($"{ns}.{name}: {failing}");
        }
    }
}
