namespace Catalog.Core;

/// <summary>What follows a commit that is durable.</summary>
internal sealed class Settling(MetadataCache cache, FileFlusher flusher)
{
    public void Settle(Draft committed)
    {
        if (!committed.Changes)
        {
            return;
        }

        if (committed.Base is { } replaced)
        {
            // Its readers are about to ask for the new version.
            cache.Remove(replaced.Location);
        }

        flusher.Wake();
        if (committed.Dropped.Count > 0)
        {
            flusher.Drop(committed.Dropped);
        }
    }
}
