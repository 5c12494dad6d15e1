using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>What is left in a warehouse's bucket when the warehouse goes.</summary>
internal sealed class BucketContents(CatalogDatabase database, JobRunner jobs, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the purges of tables dropped just before: their files are on the way out, and no content.</summary>
    public async Task FinishPurgesAsync(Warehouse warehouse, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        while (database.Read(warehouse.Id.Value, JobRows.AnyOf) && time.GetElapsedTime(started) < Patience)
        {
            if (!await jobs.RunNextAsync(cancellationToken).ConfigureAwait(false))
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A file in the bucket that is not the catalog's own metadata; null when there is none.</summary>
    public static string? FindForeign(Warehouse warehouse)
    {
        foreach (StoredFile file in FileStore.List(FileLocation.Parse(warehouse.Location)))
        {
            if (!MetadataFileName.IsOurs(Path.GetFileName(file.Location.Path)))
            {
                return file.Location.Canonical;
            }
        }

        return null;
    }

    /// <summary>Removes the catalog's own metadata files, then whatever folders are empty.</summary>
    public static void Remove(Warehouse warehouse)
    {
        FileLocation folder = FileLocation.Parse(warehouse.Location);
        foreach (StoredFile file in FileStore.List(folder))
        {
            if (MetadataFileName.IsOurs(Path.GetFileName(file.Location.Path)))
            {
                FileStore.Delete(file.Location);
            }
        }

        FileStore.RemoveEmptyFolders(folder);
    }
}
