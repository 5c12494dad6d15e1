namespace Catalog.Core.Access;

/// <summary>An organisation's block in this process, and the turn to fetch the next one.</summary>
internal sealed class QuotaAccount : IDisposable
{
    private QuotaBlock _block = new(0, 0);

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public QuotaBlock Block
    {
        get => Volatile.Read(ref _block);
        set => Volatile.Write(ref _block, value);
    }

    public bool TryTake(long day)
    {
        QuotaBlock block = Block;
        return block.Day == day && block.TryTake();
    }

    public void Dispose() => Turn.Dispose();
}
