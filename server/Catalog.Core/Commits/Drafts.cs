using Catalog.Iceberg;
using Catalog.Iceberg.Manifests;
using Catalog.Iceberg.Updates;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>Makes the next version of a table: checks requirements, applies updates, writes the file.</summary>
internal sealed class Drafts(
    MetadataCache cache, Places places, TablePlaces tablePlaces, Receipts receipts, CatalogOptions options, Ids ids, TimeProvider time)
{
    private const string Codec = "write.metadata.compression-codec";
    private const string DeleteAfterCommit = "write.metadata.delete-after-commit.enabled";

    /// <summary>Makes the version that a commit asks for.</summary>
    /// <exception cref="CatalogException">A requirement does not hold, or the commit is not valid.</exception>
    public Draft OfCommit(Operation operation, TableRow row, StoredMetadata current, CommitTableRequest request, ReceiptOf receipt) =>
        IcebergErrors.Translate(() =>
        {
            foreach (TableRequirement requirement in request.Requirements)
            {
                requirement.Check(current.Table);
            }

            long now = Now();
            var builder = TableMetadataBuilder.From(current.Table, current.Location);
            foreach (TableUpdate update in request.Updates)
            {
                Apply(operation, builder, update, now);
            }

            TableMetadata next = builder.Build(now);
            if (ReferenceEquals(next, current.Table))
            {
                return WithReceipt(new Draft { Base = current, Next = current, MetadataFolder = row.MetadataFolder }, operation, receipt);
            }

            tablePlaces.Check(operation.Rules, operation.Warehouse, current.Table, next);
            string folder = FolderAfter(row, current.Table, next);
            return Write(operation, current, next, folder, builder.DroppedMetadataFiles, receipt);
        });

    /// <summary>Makes the first version of a table that a commit with <c>assert-create</c> makes.</summary>
    public Draft OfCreatingCommit(Operation operation, TableName name, CommitTableRequest request, ReceiptOf receipt) =>
        IcebergErrors.Translate(() =>
        {
            var builder = TableMetadataBuilder.ForCreate(request.InitialFormatVersion);
            string? uuid = request.Updates.OfType<AssignUuidUpdate>().LastOrDefault()?.Uuid;
            Guid identity = uuid is null ? ids.NewUuid() : Guid.TryParseExact(uuid, "D", out Guid given) ? given : throw new InvalidRequestException($"Invalid uuid: {uuid}", "uuid");
            string? asked = request.Updates.OfType<SetLocationUpdate>().LastOrDefault()?.Location;
            string location = LocationOfCreatingCommit(operation, name, identity, asked);
            if (uuid is null)
            {
                builder.Apply(new AssignUuidUpdate(identity.ToString()));
            }

            foreach (TableUpdate update in request.Updates)
            {
                if (update is AppendUpdate)
                {
                    throw new InvalidRequestException("append needs a table that exists", "action");
                }

                builder.Apply(update);
            }

            builder.Apply(new SetLocationUpdate(location));
            TableMetadata next = builder.Build(Now());
            tablePlaces.Check(operation.Rules, operation.Warehouse, null, next);
            return Write(operation, null, next, Places.MetadataFolder(operation.Rules.Layout, operation.Warehouse, location), [], receipt);
        });

    /// <summary>Makes the first version of a table that a request describes. A staged one is written nowhere.</summary>
    public Draft OfCreate(Operation operation, TableName name, CreateTableRequest request) =>
        IcebergErrors.Translate(() =>
        {
            Guid uuid = ids.NewUuid();
            string location = tablePlaces.ForNew(operation.Rules, operation.Warehouse, name, uuid, request.Location);
            TableMetadata made = TableCreation.Create(request, uuid, location, Now());
            tablePlaces.Check(operation.Rules, operation.Warehouse, null, made);
            string folder = Places.MetadataFolder(operation.Rules.Layout, operation.Warehouse, location);

            // Clients on a file store write their manifests there and make no folders, DuckDB for one.
            FileStore.CreateFolder(FileLocation.Parse(location + "/metadata"));
            if (request.StageCreate)
            {
                var staged = new StoredMetadata(location, made.ToUtf8(), made, isStaged: true);
                return WithReceipt(new Draft { Base = null, Next = staged, MetadataFolder = folder }, operation, ReceiptOf.Table);
            }

            return Write(operation, null, made, folder, [], ReceiptOf.Table);
        });

    /// <summary>Takes back a draft that did not become the table's version.</summary>
    public void Discard(Draft? draft)
    {
        if (draft is { Changes: true })
        {
            cache.Remove(draft.Next.Location);
            FileStore.Delete(draft.Next.File);
            if (draft.Base is null)
            {
                TablePlaces.RemoveEmpty(draft.Next.Table, draft.MetadataFolder);
            }
        }
    }

    private static string FolderAfter(TableRow row, TableMetadata before, TableMetadata next) =>
        before.Location != next.Location && row.MetadataFolder == before.Location + "/metadata" ? next.Location + "/metadata" : row.MetadataFolder;

    private string LocationOfCreatingCommit(Operation operation, TableName name, Guid uuid, string? asked)
    {
        string location = tablePlaces.ForNew(operation.Rules, operation.Warehouse, name, uuid, asked);
        if (asked is not null && !operation.Rules.ClientChoosesLocation && !TablePlaces.SamePlace(asked, location))
        {
            // A staged create was told its place; a commit that names another would leave its files behind.
            throw new InvalidRequestException("The location of a table is managed: only the place given by the staged create can be set", "location");
        }

        return location;
    }

    private void Apply(Operation operation, TableMetadataBuilder builder, TableUpdate update, long now)
    {
        if (update is not AppendUpdate append)
        {
            builder.Apply(update);
            return;
        }

        FileLocation place = places.Check(operation.Rules, operation.Warehouse, append.ManifestList, "manifest-list");
        using Stream stream = FileStore.OpenRead(place)
            ?? throw new InvalidRequestException($"The manifest list does not exist: {append.ManifestList}", "manifest-list");
        append.Apply(builder, ManifestList.Read(stream), now);
    }

    private Draft Write(
        Operation operation, StoredMetadata? current, TableMetadata next, string folder, IReadOnlyList<string> dropped, ReceiptOf receipt)
    {
        bool packed = next.Properties.TryGetValue(Codec, out string? codec) && codec.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        string target = next.Properties.TryGetValue(TablePlaces.MetadataPath, out string? path) ? path.TrimEnd('/') : folder;
        byte[] bytes = next.ToUtf8();
        var stored = new StoredMetadata($"{target}/{MetadataFileName.Next(current?.Location, ids.NewUuid(), packed)}", bytes, next);
        ReadOnlyMemory<byte> file = MetadataFiles.Pack(bytes, packed);
        bool delete = next.Properties.TryGetValue(DeleteAfterCommit, out string? enabled) && enabled.Equals("true", StringComparison.OrdinalIgnoreCase);
        bool large = file.Length >= options.SyncFilesFrom;
        Draft draft = WithReceipt(
            new Draft { Base = current, Next = stored, Pending = large ? default : file, MetadataFolder = folder, Dropped = delete ? dropped : [] },
            operation,
            receipt);
        FileStore.Create(stored.File, file.Span);
        if (large)
        {
            // Three times through the disk (log, database, file) costs more than one sync, and holds up everybody's.
            DurableFiles.Sync([stored.File], newFolders: current is null);
        }

        cache.Add(stored);
        return draft;
    }

    private Draft WithReceipt(Draft draft, Operation operation, ReceiptOf receipt) => receipt != ReceiptOf.None && operation.Idempotency is not null
        ? draft with { Receipt = receipts.Prepare(operation.Idempotency, receipt == ReceiptOf.Table ? draft.Next.Loaded(SnapshotMode.All) : null) }
        : draft;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
