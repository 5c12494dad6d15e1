using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Http;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Iceberg;

internal sealed partial class TableCatalog
{
    public async Task<Table> CommitAsync(TableIdentifier table, IEnumerable<TableRequirement> requirements, IEnumerable<TableUpdate> updates, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var change = new TableChange(table, [.. requirements], [.. updates]);
        CatalogCall call = new("commit_table", HttpMethod.Post, routes.Table(table), ErrorSubject.Commit)
        {
            Body = CommitWriter.Write(change),
            TakesIdempotencyKey = true,
            Target = table.ToString(),
        };
        return ReadTable(table, await SendCommitAsync(call, options, cancellationToken).ConfigureAwait(false));
    }

    public Task<Table> CommitAsync(TableIdentifier table, Func<TableMetadata, CommitPlan> build, CommitRetryOptions? retry = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(build);
        return new CommitLoop(this, table, build, retry ?? settings.CommitRetry, settings.TimeProvider)
            .RunAsync(options is null ? null : options with { IdempotencyKey = null }, cancellationToken);
    }

    public async Task CommitTransactionAsync(IEnumerable<TableChange> changes, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        CatalogCall call = new("commit_transaction", HttpMethod.Post, routes.Transaction, ErrorSubject.Commit)
        {
            Body = CommitWriter.Write([.. changes]),
            TakesIdempotencyKey = true,
        };
        await SendCommitAsync(call, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A commit without a definite answer is told apart from one that was refused: its files must stay.</summary>
    private async Task<CatalogResponse> SendCommitAsync(CatalogCall call, CallOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(call, options, cancellationToken).ConfigureAwait(false);
        }
        catch (CatalogException e) when (e.MayHaveBeenApplied)
        {
            throw new CommitStateUnknownException($"It is not known whether the commit was made: {e.Message}", e)
            {
                Details = e.Details with { IsTransient = false },
            };
        }
    }
}
