namespace Catalog.Persistence;

/// <summary>
/// The catalog's own database, one SQLite file. Any number of processes may have it open: what is true is what the
/// database says, never what a process remembers.
/// </summary>
public sealed class CatalogDatabase : IDisposable
{
    private readonly ReadPool _readers;
    private readonly WriteQueue _writes;

    private CatalogDatabase(string path)
    {
        Path = path;
        _readers = new ReadPool(path);
        _writes = new WriteQueue(path);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Opens the database, creates it when it is absent, and brings its schema up to date.</summary>
    /// <exception cref="SchemaTooNewException">A newer version of Catalog wrote it.</exception>
    public static CatalogDatabase Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Schema.Migrate(path);
        return new CatalogDatabase(path);
    }

    /// <summary>Reads with a pooled connection. Each statement sees the newest commit; see <see cref="ReadSnapshot"/>.</summary>
    public T Read<TState, T>(TState state, Func<ReadSession, TState, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ReadSession session = _readers.Take();
        try
        {
            return work(session, state);
        }
        finally
        {
            _readers.Return(session);
        }
    }

    /// <inheritdoc cref="Read{TState, T}(TState, Func{ReadSession, TState, T})"/>
    public T Read<T>(Func<ReadSession, T> work) => Read(work, static (session, read) => read(session));

    /// <summary>Reads like <see cref="Read{T}"/>, all statements from the same commit.</summary>
    public T ReadSnapshot<TState, T>(TState state, Func<ReadSession, TState, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        ReadSession session = _readers.Take();
        try
        {
            session.Execute("BEGIN");
            try
            {
                return work(session, state);
            }
            finally
            {
                session.Execute("COMMIT");
            }
        }
        finally
        {
            _readers.Return(session);
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> in a write transaction and returns when its effect is durable. Writes that come
    /// together share one commit; one that throws takes back only itself. A write runs on the one thread that writes:
    /// keep it short.
    /// </summary>
    /// <param name="work">The write. It must not await.</param>
    /// <param name="cancellationToken">Honoured until the write begins.</param>
    public Task<T> WriteAsync<T>(Func<WriteTransaction, T> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _writes.Add(work, cancellationToken);
    }

    /// <summary>Finishes the writes that were accepted, then closes.</summary>
    public void Dispose()
    {
        _writes.Dispose();
        _readers.Dispose();
    }
}
