using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>
/// Does what changes have left to be done. Jobs are rows, written with the change; a server claims one by moving its due
/// time ahead for the length of a short lease, so that each is done once while all live and again when one dies.
/// </summary>
internal sealed partial class JobRunner(
    CatalogDatabase database, IEnumerable<IJobHandler> handlers, TimeProvider time, ILogger<JobRunner> log)
    : IDisposable
{
    private const int Workers = 4;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, IJobHandler> _handlers = handlers.ToDictionary(static handler => handler.Kind, StringComparer.Ordinal);
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _wake = new(0, Workers);

    /// <summary>Says that a job was left just now.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    /// <summary>Does jobs until it is told to stop.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(looksByItself: worker == 0, stopping)));

    /// <summary>Does the next job that is due; false when there is none.</summary>
    public async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        // Looking costs a read; only what is due costs a write.
        if (database.Read(JobRows.NextDue) is not { } due || due > Now())
        {
            return false;
        }

        JobRow? job = await database.WriteAsync(
            transaction => JobRows.Claim(transaction, _owner, Now(), Now() + (long)Lease.TotalMilliseconds), cancellationToken).ConfigureAwait(false);
        if (job is null)
        {
            return false;
        }

        // There may be more: their commits are shared when several are under way.
        Wake();
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task renewing = RenewAsync(job, held);
        try
        {
            IJobHandler handler = _handlers.GetValueOrDefault(job.Kind) ?? throw new NotSupportedException($"No handler for jobs of kind {job.Kind}");
            await handler.RunAsync(job, held.Token).ConfigureAwait(false);
            await database.WriteAsync(transaction => Done(transaction, job), CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            // Stopped, or another server took it over: it stays in the table.
        }
        catch (Exception failure)
        {
            Failed(log, failure, job.Kind, job.Id, job.Attempts);
            long retryAt = Now() + (long)Math.Min(300_000, 1000 * Math.Pow(2, Math.Min(job.Attempts, 20)));
            await database.WriteAsync(transaction => Retry(transaction, job, retryAt, failure.Message), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await held.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }

        return true;
    }

    private async Task WorkAsync(bool looksByItself, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (!await RunNextAsync(stopping).ConfigureAwait(false))
            {
                await _wake.WaitAsync(looksByItself ? Pause() : Timeout.InfiniteTimeSpan, stopping).ConfigureAwait(false);
            }
        }
    }

    private static bool Done(WriteTransaction transaction, JobRow job)
    {
        JobRows.Delete(transaction, job.Id);
        return true;
    }

    private bool Retry(WriteTransaction transaction, JobRow job, long retryAt, string error)
    {
        JobRows.Retry(transaction, job.Id, _owner, retryAt, error);
        return true;
    }

    private async Task RenewAsync(JobRow job, CancellationTokenSource held)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, held.Token).ConfigureAwait(false);
                if (!await database.WriteAsync(
                    transaction => JobRows.Renew(transaction, job.Id, _owner, Now() + (long)Lease.TotalMilliseconds), held.Token).ConfigureAwait(false))
                {
                    await held.CancelAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
    }

    private TimeSpan Pause()
    {
        long? due = database.Read(JobRows.NextDue);
        double wait = due is null ? LongestPause.TotalMilliseconds : Math.Clamp(due.Value - Now(), 1, LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(wait);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Warning, "Job {Kind} {Id} failed on attempt {Attempt}; it will be tried again")]
    private static partial void Failed(ILogger logger, Exception failure, string kind, long id, int attempt);
}
