using System.Diagnostics;
using SQLitePCL;

namespace Catalog.Persistence;

/// <summary>
/// The writes of this process, in order of arrival. One thread takes what has come, runs it in one transaction and commits
/// it with one fsync; while that runs, the next batch gathers.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private const int MostInBatch = 512;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(20);

    private readonly object _gate = new();
    private readonly Queue<PendingWrite> _queue = new();
    private readonly List<PendingWrite> _batch = [];
    private readonly WriteTransaction _transaction;
    private readonly Thread _thread;
    private bool _closed;

    public WriteQueue(string path)
    {
        _transaction = new WriteTransaction(SqliteConnections.Open(path, readOnly: false));

        // LockWait does the waiting.
        _transaction.Execute("PRAGMA busy_timeout = 0");
        _thread = new Thread(Run) { IsBackground = true, Name = "catalog writer" };
        _thread.Start();
    }

    public Task<T> Add<T>(Func<WriteTransaction, T> work, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(work, cancellationToken);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _queue.Enqueue(write);
            if (_queue.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }

        return write.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    private void Run()
    {
        var lockWait = new LockWait();
        while (WaitForWork())
        {
            try
            {
                lockWait.Begin(_transaction);
                RunBatch();
                _transaction.Execute("COMMIT");
            }
            catch (Exception failure)
            {
                GiveUp(failure);
                continue;
            }

            foreach (PendingWrite write in _batch)
            {
                write.Complete();
            }

            _batch.Clear();
        }

        _transaction.Close();
    }

    private bool WaitForWork()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            return true;
        }
    }

    private void RunBatch()
    {
        long started = Stopwatch.GetTimestamp();
        while (_batch.Count < MostInBatch && Stopwatch.GetElapsedTime(started) < LongestBatch && Next() is { } write)
        {
            if (write.Cancelled())
            {
                continue;
            }

            _batch.Add(write);
            _transaction.Execute("SAVEPOINT work");
            if (!write.Run(_transaction))
            {
                if (raw.sqlite3_get_autocommit(_transaction.Connection.Handle) != 0)
                {
                    throw new InvalidOperationException("The database took the whole transaction back.");
                }

                _transaction.Execute("ROLLBACK TO work");
            }

            _transaction.Execute("RELEASE work");
        }
    }

    private PendingWrite? Next()
    {
        lock (_gate)
        {
            return _queue.TryDequeue(out PendingWrite? write) ? write : null;
        }
    }

    private void GiveUp(Exception failure)
    {
        if (raw.sqlite3_get_autocommit(_transaction.Connection.Handle) == 0)
        {
            _transaction.Execute("ROLLBACK");
        }

        if (_batch.Count == 0 && Next() is { } first)
        {
            // The transaction could not even begin: whoever waits first hears of it, so that nobody waits for ever.
            _batch.Add(first);
        }

        foreach (PendingWrite write in _batch)
        {
            write.Fail(failure);
        }

        _batch.Clear();
    }
}
