using System.ComponentModel;
using System.Management.Automation;
using Catalog.PowerShell.Commits;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>A cmdlet that makes its commit from the table as it is; after a conflict it reads the table and makes it anew.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CommittingCommand : TableCommand
{
    /// <summary>Commits, and hands the table on as it is afterwards.</summary>
    /// <param name="plan">Makes the updates; may run more than once.</param>
    /// <param name="done">What is written of the result.</param>
    private protected void Commit(Func<TableMetadata, IReadOnlyList<TableRequirement>, CommitPlan> plan, Func<TableInfo, object?> done)
        => Call(FullName, async (connection, streams, stop) =>
        {
            int attempt = 0;
            Table table = await connection.Catalog.CommitAsync(
                Identifier,
                metadata =>
                {
                    streams.Report(++attempt == 1 ? "Committing" : $"Committing again after a conflict (attempt {attempt})");
                    return plan(metadata, [Same(metadata)]);
                },
                cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            if (done(TableReader.Read(table)) is { } output)
            {
                await streams.WriteAsync(output, stop).ConfigureAwait(false);
            }
        },
        commit: true);

    private protected static CommitPlan Plan(IReadOnlyList<TableRequirement> requirements, params TableUpdate[] updates)
        => new(requirements.ToSdk(), updates.ToSdk());

    /// <summary>The table is still the one that was read, and not another of its name.</summary>
    private static TableRequirement Same(TableMetadata metadata)
        => new("assert-table-uuid", $"{{\"type\":\"assert-table-uuid\",\"uuid\":\"{metadata.TableUuid}\"}}");

    /// <summary>A branch or tag points where it did, or is not there.</summary>
    private protected static TableRequirement ReferenceAt(string reference, long? snapshotId)
        => new("assert-ref-snapshot-id", new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "assert-ref-snapshot-id",
            ["ref"] = reference,
            ["snapshot-id"] = snapshotId,
        }.ToJsonString());
}
