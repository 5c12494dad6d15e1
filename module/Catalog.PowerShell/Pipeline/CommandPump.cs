using System.Diagnostics;
using System.Management.Automation;
using System.Threading.Channels;

namespace Catalog.PowerShell.Pipeline;

/// <summary>Runs work on the thread pool and writes its records on the pipeline thread, the only one that may.</summary>
internal sealed class CommandPump(Cmdlet cmdlet, string activity) : IDisposable
{
    private const int UnreadObjects = 128;
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Action<Cmdlet>> _records = Channel.CreateUnbounded<Action<Cmdlet>>(new() { SingleReader = true });
    private readonly SemaphoreSlim _room = new(UnreadObjects, UnreadObjects);
    private readonly int _progressId = Environment.TickCount & int.MaxValue;
    private readonly long _started = Stopwatch.GetTimestamp();
    private (string Status, int Percent) _status = ("Waiting for the server", -1);
    private (string Status, int Percent)? _shown;

    /// <summary>Runs work to its end.</summary>
    /// <returns>How the work failed, or null. What is thrown comes from the pipeline itself and must not be caught.</returns>
    public Exception? Run(Func<CommandStreams, CancellationToken, Task> work, CancellationToken stop)
    {
        using CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task task = Task.Run(() => WorkAsync(work, cancel.Token), CancellationToken.None);
        try
        {
            Drain();
        }
        catch
        {
            // The next command has stopped reading (Select-Object -First), or a record was refused: the request ends too.
            cancel.Cancel();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            throw;
        }

        EndProgress();
        return Failure(task);
    }

    public void Post(Action<Cmdlet> record) => _records.Writer.TryWrite(record);

    public async Task WriteAsync(object output, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        Post(cmdlet =>
        {
            _room.Release();
            cmdlet.WriteObject(output);
        });
    }

    public void Dispose() => _room.Dispose();

    public void Report(string status, int percent) => _status = (status, percent);

    private async Task WorkAsync(Func<CommandStreams, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            CommandStreams streams = new(this);
            HttpTrace.Current.Value = streams;
            await work(streams, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _records.Writer.Complete();
        }
    }

    private static Exception? Failure(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private void Drain()
    {
        while (true)
        {
            while (_records.Reader.TryRead(out Action<Cmdlet>? record))
            {
                record(cmdlet);
            }

            Task<bool> more = _records.Reader.WaitToReadAsync().AsTask();
            while (!more.Wait(ProgressDelay))
            {
                ShowProgress();
            }

            if (!more.Result)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(_started) > ProgressDelay)
            {
                ShowProgress();
            }
        }
    }

    private void ShowProgress()
    {
        (string Status, int Percent) status = _status;
        if (_shown != status)
        {
            _shown = status;
            cmdlet.WriteProgress(new ProgressRecord(_progressId, activity, status.Status) { PercentComplete = status.Percent });
        }
    }

    private void EndProgress()
    {
        if (_shown is not null)
        {
            cmdlet.WriteProgress(new ProgressRecord(_progressId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
