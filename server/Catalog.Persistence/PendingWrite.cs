namespace Catalog.Persistence;

/// <summary>A write that waits for its turn, and how its caller hears of the end.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the work; false when it threw and its effects have to be taken back.</summary>
    public abstract bool Run(WriteTransaction transaction);

    /// <summary>The batch is durable: tells the caller the result, or what the work threw.</summary>
    public abstract void Complete();

    /// <summary>The batch failed as a whole.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Whether the caller no longer wants it; then the caller has been told.</summary>
    public abstract bool Cancelled();
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<WriteTransaction, T> work, CancellationToken cancellationToken) : PendingWrite
{
    // Continuations belong on the thread pool: the writer has the next batch to run.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _failure;

    public Task<T> Task => _done.Task;

    public override bool Run(WriteTransaction transaction)
    {
        try
        {
            _result = work(transaction);
            return true;
        }
        catch (Exception failure)
        {
            _failure = failure;
            return false;
        }
    }

    public override void Complete()
    {
        if (_failure is null)
        {
            _done.TrySetResult(_result);
        }
        else
        {
            _done.TrySetException(_failure);
        }
    }

    public override void Fail(Exception failure) => _done.TrySetException(failure);

    public override bool Cancelled() =>
        cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);
}
