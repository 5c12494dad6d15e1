using System.Diagnostics;

namespace Catalog.Benchmarks.Generator;

/// <summary>A closed loop: each connection has a thread of its own and sends its next request when the answer is there.</summary>
internal static class LoadGenerator
{
    /// <summary>Makes the bytes of a connection's next request from the connection's number and a counter.</summary>
    public delegate ReadOnlyMemory<byte> RequestSource(int connection, long number);

    /// <summary>Runs for a time; a status of 409 counts as refused, any other than 2xx as failed.</summary>
    public static LoadResult Run(Uri server, int connections, TimeSpan time, RequestSource source) =>
        Run(server, connections, source, (started, _) => Stopwatch.GetElapsedTime(started) < time);

    /// <summary>Runs until <paramref name="count"/> requests were sent over all connections.</summary>
    public static LoadResult RunCount(Uri server, int connections, long count, RequestSource source) =>
        Run(server, connections, source, (_, number) => number < count);

    private static LoadResult Run(Uri server, int connections, RequestSource source, Func<long, long, bool> goOn)
    {
        Worker[] workers = [.. Enumerable.Range(0, connections).Select(i => new Worker(i))];
        long next = -1;
        using Barrier ready = new(connections + 1);
        Thread[] threads = [.. workers.Select(worker => new Thread(() =>
        {
            using HttpConnection connection = new(server);
            ready.SignalAndWait();
            long started = Stopwatch.GetTimestamp();
            for (long number; goOn(started, number = Interlocked.Increment(ref next));)
            {
                worker.Exchange(connection, source(worker.Number, number));
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        ready.SignalAndWait();
        long start = Stopwatch.GetTimestamp();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long[] times = [.. workers.SelectMany(w => w.Times).Order()];
        return new LoadResult(
            workers.Sum(w => w.Succeeded), workers.Sum(w => w.Refused), workers.Sum(w => w.Failed), elapsed,
            At(times, 0.5), At(times, 0.99));
    }

    private static TimeSpan At(long[] sorted, double part) =>
        sorted.Length == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(sorted[(int)((sorted.Length - 1) * part)] / (double)Stopwatch.Frequency);

    private sealed class Worker(int number)
    {
        public int Number => number;

        public List<long> Times { get; } = new(100_000);

        public long Succeeded { get; private set; }

        public long Refused { get; private set; }

        public long Failed { get; private set; }

        public void Exchange(HttpConnection connection, ReadOnlyMemory<byte> request)
        {
            long before = Stopwatch.GetTimestamp();
            int status = connection.Exchange(request.Span);
            Times.Add(Stopwatch.GetTimestamp() - before);
            if (status is >= 200 and < 300)
            {
                Succeeded++;
            }
            else if (status == 409)
            {
                Refused++;
            }
            else
            {
                Failed++;
            }
        }
    }
}
