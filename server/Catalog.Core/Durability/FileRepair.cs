using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>Puts back, before anything is served, what a crash or power cut took.</summary>
internal sealed partial class FileRepair(CatalogDatabase database, Places places, FileFlusher flusher, ILogger<FileRepair> log)
{
    private const int AtOnce = 100;

    /// <summary>Compares every pending file with its bytes and writes it anew where it differs; makes missing warehouse folders.</summary>
    public void Run()
    {
        foreach (WarehouseRow warehouse in database.Read(static session => WarehouseRows.List(session, "", int.MaxValue)))
        {
            FileStore.CreateFolder(FileLocation.Parse(warehouse.Location));
        }

        places.CreateRoot();
        long last = 0;
        bool any = false;
        while (database.Read(last, static (session, after) => PendingFileRows.ListAfter(session, after, AtOnce)) is { Count: > 0 } pending)
        {
            any = true;
            last = pending[^1].Id;
            foreach ((long id, string location) in pending)
            {
                Restore(id, location);
            }
        }

        if (any)
        {
            flusher.Wake();
        }
    }

    private void Restore(long id, string location)
    {
        FileLocation file = FileLocation.Parse(location);
        if (database.Read(id, PendingFileRows.Find) is not { } bytes || IsWhole(file, bytes))
        {
            return;
        }

        FileStore.Restore(file, bytes);
        if (database.Read(id, PendingFileRows.Find) is null)
        {
            // Another server has purged the file since.
            FileStore.Delete(file);
            return;
        }

        Restored(log, location);
    }

    private static bool IsWhole(FileLocation file, byte[] bytes)
    {
        try
        {
            return FileStore.Read(file, bytes.Length) is { } found && found.AsSpan().SequenceEqual(bytes);
        }
        catch (FileTooLargeException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Metadata file put back from the database: {Location}")]
    private static partial void Restored(ILogger logger, string location);
}
