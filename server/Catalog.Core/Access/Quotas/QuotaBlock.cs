namespace Catalog.Core.Access;

/// <summary>Requests of one day that this process has taken from an organisation's quota and not yet given out.</summary>
internal sealed class QuotaBlock(long day, int size)
{
    private int _left = size;

    public long Day { get; } = day;

    /// <summary>Takes one request; false when none is left.</summary>
    public bool TryTake() => Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) >= 0;

    /// <summary>Takes all that is left.</summary>
    public int TakeAll() => Math.Max(0, Interlocked.Exchange(ref _left, 0));
}
