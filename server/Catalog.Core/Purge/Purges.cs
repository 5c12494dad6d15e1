using Catalog.Iceberg;
using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Snapshots;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>
/// Deletes the files of a dropped table: those that its manifests and metadata name, one by one, never a folder with what is
/// in it. Data goes first and metadata last, so that a purge that was cut short finds its way again.
/// </summary>
internal sealed partial class Purges(
    CatalogDatabase database, MetadataFiles files, MetadataCache cache, Places places, TimeProvider time, ILogger<Purges> log) : IJobHandler
{
    public string Kind => PurgeOrder.Kind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        PurgeOrder order = PurgeOrder.FromJson(job.Payload);
        if (database.Read(order.Place, static (session, place) => TableRows.AnyAt(session, place, 0)))
        {
            // The same files are another table's, which was registered from this one's metadata.
            Shared(log, order.Place);
            return;
        }

        var warehouse = new Warehouse(
            new WarehouseId(job.Scope), order.WarehouseName, order.WarehouseName, Guid.Empty, time.GetUtcNow(), order.WarehouseLocation, new Dictionary<string, string>());
        var scope = new PurgeScope(database, places, warehouse);
        TableMetadata? table = Load(order);
        if (table is not null)
        {
            DeleteContent(table, scope, cancellationToken);
        }

        await DeleteMetadataAsync(order, table, scope).ConfigureAwait(false);
        if (TablePlaces.IsManaged(order.Place, order.Uuid))
        {
            // What holds a stranger's file stays.
            FileStore.RemoveEmptyFolders(FileLocation.Parse(order.Place));
            FileStore.RemoveEmptyFolders(FileLocation.Parse(order.MetadataFolder));
        }
    }

    private void DeleteContent(TableMetadata table, PurgeScope scope, CancellationToken cancellationToken)
    {
        var manifests = new HashSet<string>(StringComparer.Ordinal);
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (Snapshot snapshot in table.Snapshots)
        {
            if (snapshot.ManifestList is { Length: > 0 } list && lists.Add(list))
            {
                manifests.UnionWith(Guarded(list, scope, static stream => ManifestList.Read(stream).Entries.Select(static entry => entry.ManifestPath)));
            }

            manifests.UnionWith(snapshot.Manifests);
        }

        foreach (string manifest in manifests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (string file in Guarded(manifest, scope, Manifest.ReadPaths))
            {
                Delete(file, scope);
            }
        }

        foreach (string file in manifests.Concat(lists)
            .Concat(table.Statistics.Select(static statistics => statistics.StatisticsPath))
            .Concat(table.PartitionStatistics.Select(static statistics => statistics.StatisticsPath)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Delete(file, scope);
        }
    }

    private async Task DeleteMetadataAsync(PurgeOrder order, TableMetadata? table, PurgeScope scope)
    {
        var locations = new List<string>();
        locations.AddRange(table?.MetadataLog.Select(static entry => entry.MetadataFile) ?? []);
        locations.AddRange(UnloggedOf(order));
        locations.Remove(order.MetadataLocation);
        locations.Add(order.MetadataLocation);

        // The rows first: a start that found one without its file would put the file back.
        HashSet<string> going = locations.ToHashSet(StringComparer.Ordinal);
        if (database.Read(going, static (session, wanted) => PendingFileRows.Any(session, wanted)))
        {
            await database.WriteAsync(transaction =>
            {
                PendingFileRows.Delete(transaction, going);
                return true;
            }).ConfigureAwait(false);
        }

        foreach (string location in locations)
        {
            cache.Remove(location);
            Delete(location, scope);
        }
    }

    /// <summary>Metadata files that the log no longer names. A folder may be shared, so each must say that it is this table's.</summary>
    private List<string> UnloggedOf(PurgeOrder order)
    {
        if (!FileLocation.TryParse(order.MetadataFolder, out FileLocation folder, out _))
        {
            return [];
        }

        string prefix = order.MetadataFolder + "/";
        return FileStore.ListFolder(folder)
            .Select(static file => Path.GetFileName(file.Location.Path))
            .Where(name => MetadataFileName.IsOurs(name) && IsOf(prefix + name, order.Uuid))
            .Select(name => prefix + name)
            .ToList();
    }

    private bool IsOf(string location, string uuid)
    {
        try
        {
            return string.Equals(files.Read(location).Table.TableUuid, uuid, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            return false;
        }
    }

    private TableMetadata? Load(PurgeOrder order)
    {
        try
        {
            return files.Read(order.MetadataLocation).Table;
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            Unreadable(log, order.MetadataLocation, failure.Message);
            return null;
        }
    }

    private List<string> Guarded(string location, PurgeScope scope, Func<Stream, IEnumerable<string>> read)
    {
        // Even reading stays within bounds. What cannot be read is passed over: the drop has been answered.
        if (scope.Of(location) is not { } file)
        {
            return [];
        }

        var found = new List<string>();
        try
        {
            using Stream? stream = FileStore.OpenRead(file);
            if (stream is not null)
            {
                found.AddRange(read(stream));
            }
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            Unreadable(log, location, failure.Message);
        }

        return found;
    }

    private void Delete(string location, PurgeScope scope)
    {
        if (scope.Of(location) is not { } file)
        {
            return;
        }

        try
        {
            FileStore.Delete(file);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            Kept(log, location, failure.Message);
        }
    }

    private static bool IsUnreadable(Exception failure) =>
        failure is MetadataValidationException or CatalogException or FileTooLargeException or FormatException or IOException or UnauthorizedAccessException;

    [LoggerMessage(1, LogLevel.Warning, "Purge passes over {Location}: {Reason}")]
    private static partial void Unreadable(ILogger logger, string location, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Purge could not delete {Location}: {Reason}")]
    private static partial void Kept(ILogger logger, string location, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Purge leaves {Place} alone: it is another table's too")]
    private static partial void Shared(ILogger logger, string place);
}
