using System.Collections.Concurrent;

namespace Catalog.Server.Authentication;

/// <summary>
/// Credentials that were found valid a moment ago, so that a busy client costs no look-up on each request. Holds nothing
/// from which a credential could be made again.
/// </summary>
/// <remarks>
/// What is remembered counts for <see cref="Lifetime"/> and only while the revision it was read under stands: revoking
/// takes effect at once in this process, and within that time in others. See docs/security.md.
/// </remarks>
internal sealed class RememberedCredentials<TKey, TValue>(TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <summary>How long a credential is not looked up again.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(2);

    /// <summary>What was remembered of the credential; null when it has to be looked up.</summary>
    public TValue? Find(TKey key, int revision) =>
        _entries.TryGetValue(key, out Entry entry) && entry.Revision == revision &&
        time.GetElapsedTime(entry.ReadAt) < Lifetime
            ? entry.Value
            : null;

    /// <summary>What was remembered even if its time is over: good for what never changes.</summary>
    public TValue? FindOld(TKey key) => _entries.TryGetValue(key, out Entry entry) ? entry.Value : null;

    /// <summary>Remembers a credential. <paramref name="revision"/> is from before it was looked up.</summary>
    public void Remember(TKey key, TValue value, int revision)
    {
        if (_entries.Count >= Most)
        {
            // Far more credentials than are ever busy at once: forgetting all costs each a look-up.
            _entries.Clear();
        }

        _entries[key] = new Entry(value, revision, time.GetTimestamp());
    }

    /// <summary>Forgets a credential.</summary>
    public void Forget(TKey key) => _entries.TryRemove(key, out _);

    private readonly record struct Entry(TValue Value, int Revision, long ReadAt);
}
