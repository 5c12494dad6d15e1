using System.Collections.Concurrent;
using System.Diagnostics;

namespace Catalog.PowerShell.Completion;

/// <summary>What completion has read over one session: whole lists, kept for a minute, never waited for longer than a second.</summary>
internal sealed class CompletionCache
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GivenUp = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long At, Task<IReadOnlyList<Candidate>> Candidates)> _lists = new(StringComparer.Ordinal);

    /// <summary>Reads a list, or finds it. One that takes too long goes on, so that the next try has it.</summary>
    public IReadOnlyList<Candidate> Find(string key, Func<CancellationToken, Task<IReadOnlyList<Candidate>>> load)
    {
        if (!_lists.TryGetValue(key, out (long At, Task<IReadOnlyList<Candidate>> Candidates) known)
            || Stopwatch.GetElapsedTime(known.At) > Kept
            || known.Candidates.IsFaulted || known.Candidates.IsCanceled)
        {
            CancellationTokenSource limit = new(GivenUp);
            known = (Stopwatch.GetTimestamp(), Task.Run(() => load(limit.Token), limit.Token));
            _lists[key] = known;
            known.Candidates.ContinueWith(_ => limit.Dispose(), TaskScheduler.Default);
        }

        try
        {
            return known.Candidates.Wait(Budget) ? known.Candidates.Result : [];
        }
        catch (AggregateException)
        {
            // No list is better than an error in the middle of a line.
            return [];
        }
    }

    /// <summary>Forgets everything, since a command of ours has changed something.</summary>
    public void Clear() => _lists.Clear();
}
