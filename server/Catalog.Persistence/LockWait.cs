using System.Diagnostics;
using SQLitePCL;

namespace Catalog.Persistence;

/// <summary>Takes the database's write lock, and lets another process have its turn.</summary>
internal sealed class LockWait
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);
    private long _lastWaited;

    /// <summary>Begins the write transaction.</summary>
    public void Begin(WriteTransaction transaction)
    {
        // SQLite's own wait polls ever more slowly, up to each 100 ms, and a process that commits without pause takes the lock
        // back within microseconds. So: poll each millisecond, and pause that long while another process was seen.
        if (_lastWaited != 0 && Stopwatch.GetElapsedTime(_lastWaited) < Courtesy)
        {
            Thread.Sleep(1);
        }

        using Statement begin = transaction.Prepare("BEGIN IMMEDIATE");
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            int code = begin.TryStep();
            if (code == raw.SQLITE_DONE)
            {
                return;
            }

            if ((code & 0xFF) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(started).TotalMilliseconds > SqliteConnections.BusyMilliseconds)
            {
                throw begin.Failure(code);
            }

            _lastWaited = Stopwatch.GetTimestamp();
            begin.Reset();
            Thread.Sleep(1);
        }
    }
}
