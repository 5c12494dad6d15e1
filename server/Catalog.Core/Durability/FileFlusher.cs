using System.Threading.Channels;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>
/// Makes metadata files durable some time after their commits, many at once. Until then their bytes stand in the database,
/// from where <see cref="FileRepair"/> puts back what a power cut took.
/// </summary>
internal sealed partial class FileFlusher(CatalogDatabase database, TimeProvider time, ILogger<FileFlusher> log) : IDisposable
{
    private const int MostAtOnce = 2000;
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Channel<IReadOnlyList<string>> _dropped = Channel.CreateUnbounded<IReadOnlyList<string>>();
    private volatile bool _awake;

    /// <summary>Says that a commit has written a file.</summary>
    public void Wake()
    {
        if (_awake)
        {
            return;
        }

        _awake = true;
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    /// <summary>Deletes files that a table has dropped from its metadata log, in the background.</summary>
    public void Drop(IReadOnlyList<string> locations)
    {
        _dropped.Writer.TryWrite(locations);
        Wake();
    }

    /// <summary>Works until it is told to stop, then once more.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await _wake.WaitAsync(stopping).ConfigureAwait(false);
                await Task.Delay(Gathering, time, stopping).ConfigureAwait(false);
                _awake = false;
                await FlushSafelyAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }

        await FlushSafelyAsync().ConfigureAwait(false);
    }

    /// <summary>Makes every pending file durable and forgets it.</summary>
    public async Task FlushAsync()
    {
        await DeleteDroppedAsync().ConfigureAwait(false);
        long last = 0;
        while (true)
        {
            List<(long Id, string Location)> pending = database.Read(last, static (session, after) => PendingFileRows.ListAfter(session, after, MostAtOnce));
            if (pending.Count == 0)
            {
                return;
            }

            last = pending[^1].Id;
            DurableFiles.Sync([.. pending.Select(static file => FileLocation.Parse(file.Location))]);
            await database.WriteAsync(transaction => Forget(transaction, pending)).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    private static bool Forget(WriteTransaction transaction, List<(long Id, string Location)> files)
    {
        foreach ((long id, _) in files)
        {
            PendingFileRows.Delete(transaction, id);
        }

        return true;
    }

    private async Task DeleteDroppedAsync()
    {
        while (_dropped.Reader.TryRead(out IReadOnlyList<string>? locations))
        {
            // The row first: a start that found it without its file would put the file back.
            await database.WriteAsync(transaction =>
            {
                PendingFileRows.Delete(transaction, locations.ToHashSet(StringComparer.Ordinal));
                return true;
            }).ConfigureAwait(false);
            foreach (string location in locations)
            {
                FileStore.Delete(FileLocation.Parse(location));
            }
        }
    }

    private async Task FlushSafelyAsync()
    {
        try
        {
            await FlushAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Nothing is lost: the rows stay, and the next round tries again.
            Failed(log, failure);
            Wake();
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Metadata files could not be made durable; their bytes stay in the database")]
    private static partial void Failed(ILogger logger, Exception failure);
}
