using Catalog.Sdk.Commits;
using Catalog.Sdk.Errors;
using Catalog.Sdk.Tables;
using Catalog.Sdk.Telemetry;

namespace Catalog.Sdk.Iceberg;

/// <summary>Load, build, check, send; after a conflict again; after an answer that was not definite, look for the change.</summary>
internal sealed class CommitLoop(TableCatalog catalog, TableIdentifier table, Func<TableMetadata, CommitPlan> build, CommitRetryOptions retry, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();

    public async Task<Table> RunAsync(CallOptions? options, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            Table current = await catalog.LoadTableAsync(table, null, options, cancellationToken).ConfigureAwait(false);
            CommitPlan plan = build(current.Metadata);
            if (plan.Updates.Count == 0)
            {
                return current;
            }

            if (plan.Check(current.Metadata) is { Count: > 0 } failures)
            {
                // Built of what was just loaded, it would fail again: trying anew cannot help.
                throw new CommitConflictException($"{table} was not sent a commit. {string.Join(" ", failures)}");
            }

            try
            {
                return await SendAsync(current, plan, options, cancellationToken).ConfigureAwait(false);
            }
            catch (CommitConflictException) when (attempt < retry.MaxRetries && time.GetElapsedTime(_started) + Wait(attempt) < retry.TotalTimeout)
            {
                CatalogTelemetry.CommitConflictCounter.Add(1);
                await Task.Delay(Jittered(Wait(attempt)), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<Table> SendAsync(Table current, CommitPlan plan, CallOptions? options, CancellationToken cancellationToken)
    {
        // The key is chosen here, so that a commit whose outcome is not known can be asked for again under it.
        await catalog.LearnAsync(cancellationToken).ConfigureAwait(false);
        if (catalog.UsesIdempotencyKeys)
        {
            options = (options ?? new CallOptions()) with { IdempotencyKey = Guid.CreateVersion7(catalog.Now) };
        }

        try
        {
            return await catalog.CommitAsync(table, plan.Requirements, plan.Updates, options, cancellationToken).ConfigureAwait(false);
        }
        catch (CommitStateUnknownException)
        {
            if (await FindAsync(current, plan, options, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            throw;
        }
    }

    private async Task<Table?> FindAsync(Table before, CommitPlan plan, CallOptions? options, CancellationToken cancellationToken)
    {
        TimeSpan wait = retry.StatusCheckWait;
        for (int check = 0; check < retry.MaxStatusChecks; check++)
        {
            if (check > 0)
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
                wait *= 2;
            }

            try
            {
                Table now = await catalog.LoadTableAsync(table, null, options is null ? null : options with { IdempotencyKey = null }, cancellationToken).ConfigureAwait(false);
                if (CommitTrace.IsVisible(before.Metadata, plan, now.Metadata))
                {
                    return now;
                }

                if (options?.IdempotencyKey is not null)
                {
                    // Not a second commit: under its key the server answers what became of the first, or makes it now.
                    return await catalog.CommitAsync(table, plan.Requirements, plan.Updates, options, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (CatalogException e) when (e is CommitStateUnknownException || e.IsTransient)
            {
                // The server is still unwell: look again after a while.
            }
        }

        return null;
    }

    private TimeSpan Wait(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(retry.MaxWait.TotalMilliseconds, retry.MinWait.TotalMilliseconds * Math.Pow(2, attempt)));

    private static TimeSpan Jittered(TimeSpan wait) => wait * (0.5 + (Random.Shared.NextDouble() / 2));
}
