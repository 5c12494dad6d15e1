using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>Makes tables of metadata files that are there already.</summary>
internal sealed class Registrations(
    CatalogDatabase database, MetadataFiles files, Places places, TablePlaces tablePlaces, Receipts receipts, TimeProvider time)
{
    public async Task<LoadedTable> RunAsync(
        Operation operation, TableName name, string metadataLocation, bool overwrite, CancellationToken cancellationToken)
    {
        operation.Rules.Names.CheckTable(name.Name);
        if (!overwrite)
        {
            Swaps.CheckFree(database, operation, name, byCommit: false);
        }

        FileLocation file = places.Check(operation.Rules, operation.Warehouse, metadataLocation, "metadata-location");
        StoredMetadata metadata = IcebergErrors.Translate(() => ReadValid(operation, metadataLocation));

        // Whoever wrote it may not have: what is acknowledged here has to outlive a power cut.
        DurableFiles.Sync([file]);
        LoadedTable answer = metadata.Loaded(SnapshotMode.All);
        await receipts.WriteAsync(
            operation,
            receipts.Prepare(operation.Idempotency, answer),
            transaction => Write(transaction, operation, name, metadata, overwrite),
            cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private StoredMetadata ReadValid(Operation operation, string metadataLocation)
    {
        StoredMetadata metadata = files.ReadExisting(metadataLocation);
        TableMetadata table = metadata.Table;
        places.Check(operation.Rules, operation.Warehouse, table.Location, "location");
        tablePlaces.Check(operation.Rules, operation.Warehouse, null, table);
        return metadata;
    }

    private void Write(WriteTransaction transaction, Operation operation, TableName name, StoredMetadata metadata, bool overwrite)
    {
        long namespaceId = NamespaceRows.FindId(transaction, operation.Warehouse.Id.Value, name.Namespace.Key)
            ?? throw new NoSuchNamespaceException(name.Namespace);
        TableRow? existing = TableRows.Find(transaction, operation.Warehouse.Id.Value, name.Namespace.Key, name.Name);
        TableMetadata table = metadata.Table;
        var row = new TableRow(
            existing?.Id ?? 0,
            namespaceId,
            name.Name,
            table.TableUuid ?? "",
            TablePlaces.PlaceOf(table.Location),
            metadata.Location,
            Places.MetadataFolder(operation.Rules.Layout, operation.Warehouse, table.Location));
        if (existing is null)
        {
            TableRows.Insert(transaction, row, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
        else if (overwrite)
        {
            TableRows.Swap(transaction, existing.Id, existing.MetadataLocation, row.MetadataLocation);
            TableRows.Move(transaction, existing.Id, row.Uuid, row.Place, row.MetadataFolder);
        }
        else
        {
            throw new TableAlreadyExistsException(name);
        }
    }
}
