using System.Runtime.CompilerServices;

namespace Catalog.Sdk;

/// <summary>Pages that are already there.</summary>
internal sealed class StaticPageable<T>(IReadOnlyList<Page<T>> pages) : AsyncPageable<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPages(
        string? continuationToken = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        bool started = continuationToken is null;
        foreach (Page<T> page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (started)
            {
                yield return page;
            }

            started |= page.ContinuationToken == continuationToken;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
