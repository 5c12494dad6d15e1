namespace Catalog.Sdk;

/// <summary>A list that is read from the server page by page, as it is enumerated.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
{
    /// <summary>Enumerates the pages.</summary>
    /// <param name="continuationToken">The token of an earlier page to go on after; null begins at the start.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <returns>The pages, each read when it is asked for.</returns>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (Page<T> page in AsPages(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (T value in page.Values)
            {
                yield return value;
            }
        }
    }
}
