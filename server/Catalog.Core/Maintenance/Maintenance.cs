using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>
/// The catalog's work beside requests. Its start repairs what a crash left: nothing may be served before that.
/// </summary>
public sealed partial class Maintenance : IHostedService, IDisposable
{
    private readonly FileRepair _repair;
    private readonly FileFlusher _flusher;
    private readonly JobRunner _jobs;
    private readonly Housekeeping _housekeeping;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    internal Maintenance(FileRepair repair, FileFlusher flusher, JobRunner jobs, Housekeeping housekeeping, ILogger<Maintenance> log)
    {
        _repair = repair;
        _flusher = flusher;
        _jobs = jobs;
        _housekeeping = housekeeping;
        _log = log;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _repair.Run();
        _running = Task.WhenAll(
            KeepRunning("flusher", _flusher.RunAsync), KeepRunning("jobs", _jobs.RunAsync), KeepRunning("housekeeping", _housekeeping.RunAsync));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task KeepRunning(string name, Func<CancellationToken, Task> work)
    {
        CancellationToken stopping = _stopping.Token;
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Failed(_log, failure, name);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Background work {Name} failed; it goes on")]
    private static partial void Failed(ILogger logger, Exception failure, string name);
}
