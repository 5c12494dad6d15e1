using System.Collections.Concurrent;

namespace Catalog.Persistence;

/// <summary>Open read sessions that nobody uses at the moment. As many exist as were ever needed together, up to a bound.</summary>
internal sealed class ReadPool(string path) : IDisposable
{
    private const int MostIdle = 16;
    private readonly ConcurrentStack<ReadSession> _idle = new();
    private ReadSession? _hot;
    private int _count;
    private volatile bool _closed;

    public ReadSession Take()
    {
        if (Interlocked.Exchange(ref _hot, null) is { } session)
        {
            return session;
        }

        if (_idle.TryPop(out session))
        {
            Interlocked.Decrement(ref _count);
            return session;
        }

        return new ReadSession(SqliteConnections.Open(path, readOnly: true));
    }

    public void Return(ReadSession session)
    {
        if (_closed)
        {
            session.Close();
            return;
        }

        if (Interlocked.CompareExchange(ref _hot, session, null) is null)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) > MostIdle)
        {
            Interlocked.Decrement(ref _count);
            session.Close();
            return;
        }

        _idle.Push(session);
    }

    public void Dispose()
    {
        _closed = true;
        Interlocked.Exchange(ref _hot, null)?.Close();
        while (_idle.TryPop(out ReadSession? session))
        {
            session.Close();
        }
    }
}
