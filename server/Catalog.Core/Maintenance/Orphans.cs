using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>
/// Removes metadata files that a crash left behind: of the catalog's own naming, in warehouses' folders, older than a
/// setting, and referred to by no table and no log. What cannot be told for certain stays.
/// </summary>
internal sealed partial class Orphans(
    CatalogDatabase database, MetadataFiles files, CatalogOptions options, TimeProvider time, ILogger<Orphans> log)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (WarehouseRow warehouse in database.Read(static session => WarehouseRows.List(session, "", int.MaxValue)))
        {
            DateTimeOffset before = time.GetUtcNow() - options.OrphanAge;
            foreach (StoredFile file in FileStore.List(FileLocation.Parse(warehouse.Location)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (file.ModifiedAt < before && MetadataFileName.IsOurs(Path.GetFileName(file.Location.Path)) && IsOrphan(warehouse, file.Location))
                {
                    FileStore.Delete(file.Location);
                    Removed(log, file.Location.Canonical);

                    // In the background there is time.
                    await Task.Yield();
                }
            }
        }
    }

    private bool IsOrphan(WarehouseRow warehouse, FileLocation file)
    {
        string folder = file.Canonical[..file.Canonical.LastIndexOf('/')];
        if (Places.OfMetadataFolder(warehouse.Location, folder) is not { } place || UuidOf(file) is not { } uuid)
        {
            return false;
        }

        (TableRow? row, bool kept) = database.ReadSnapshot(place, static (session, at) => (TableRows.FindAt(session, at), KeptPlaceRows.Exists(session, at)));
        if (row is not null)
        {
            return string.Equals(row.Uuid, uuid, StringComparison.OrdinalIgnoreCase) && !IsReferred(row, file);
        }

        // No table: of a create that never came to be, if the place was made for this very table and none was dropped there.
        return !kept && TablePlaces.IsManaged(place, uuid);
    }

    private bool IsReferred(TableRow row, FileLocation file)
    {
        try
        {
            return IsSame(row.MetadataLocation, file) ||
                files.Read(row.MetadataLocation).Table.MetadataLog.Any(entry => IsSame(entry.MetadataFile, file));
        }
        catch (Exception failure) when (failure is MetadataValidationException or CatalogException or FormatException)
        {
            return true;
        }
    }

    private string? UuidOf(FileLocation file)
    {
        try
        {
            return files.Read(file.Canonical).Table.TableUuid;
        }
        catch (Exception failure) when (failure is MetadataValidationException or CatalogException or FileTooLargeException or IOException)
        {
            return null;
        }
    }

    private static bool IsSame(string location, FileLocation file) =>
        FileLocation.TryParse(location, out FileLocation parsed, out _) && parsed == file;

    [LoggerMessage(1, LogLevel.Information, "Orphan metadata file removed: {Location}")]
    private static partial void Removed(ILogger logger, string location);
}
