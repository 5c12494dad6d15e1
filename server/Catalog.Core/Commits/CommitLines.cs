using System.Collections.Concurrent;

namespace Catalog.Core;

/// <summary>The lines of all tables that are being committed to.</summary>
internal sealed class CommitLines : IDisposable
{
    private const int Gates = 256;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(static _ => new SemaphoreSlim(1, 1))];
    private readonly ConcurrentDictionary<long, CommitLine> _lines = new();

    /// <summary>What one waits at while another drafts; tables share gates, which only costs them a moment.</summary>
    public SemaphoreSlim GateOf(long table) => _gates[(int)((ulong)table % Gates)];

    /// <summary>Joins a table's line.</summary>
    public CommitLine Join(long table)
    {
        while (true)
        {
            CommitLine line = _lines.GetOrAdd(table, static _ => new CommitLine());
            lock (line)
            {
                if (line.Count >= 0)
                {
                    line.Count++;
                    return line;
                }
            }
        }
    }

    /// <summary>Leaves a table's line.</summary>
    public void Leave(long table, CommitLine line)
    {
        lock (line)
        {
            if (--line.Count == 0)
            {
                // Nobody may join it any more.
                line.Count = -1;
                _lines.TryRemove(new KeyValuePair<long, CommitLine>(table, line));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SemaphoreSlim gate in _gates)
        {
            gate.Dispose();
        }
    }
}
