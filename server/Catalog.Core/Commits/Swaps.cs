using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>The part of a commit that runs inside its database transaction, where nobody else writes.</summary>
internal sealed class Swaps(MetadataFiles files, Drafts drafts, TimeProvider time)
{
    /// <summary>
    /// Makes a draft the table's version if the table still is what it was drafted from; else drafts again from what it is
    /// now. That cannot be overtaken, so a commit fails only on a requirement that really does not hold.
    /// </summary>
    public Draft Commit(WriteTransaction transaction, Operation operation, TableName name, CommitTableRequest request, TableRow known, Draft? draft, ReceiptOf receipt)
    {
        if (draft?.Base is { } expected && draft.Changes && TableRows.Swap(transaction, known.Id, expected.Location, draft.Next.Location))
        {
            Keep(transaction, known, draft);
            return draft;
        }

        TableRow row = TableRows.Find(transaction, operation.Warehouse.Id.Value, name.Namespace.Key, name.Name) ?? throw new NoSuchTableException(name);
        StoredMetadata current = files.Read(row.MetadataLocation);
        if (draft is { Changes: false } && ReferenceEquals(draft.Base, current))
        {
            return draft;
        }

        Draft made = drafts.OfCommit(operation, row, current, request, receipt);
        if (!made.Changes)
        {
            return made;
        }

        try
        {
            if (!TableRows.Swap(transaction, row.Id, current.Location, made.Next.Location))
            {
                throw new InvalidOperationException("The pointer moved inside a write transaction");
            }

            Keep(transaction, row, made);
            return made;
        }
        catch
        {
            drafts.Discard(made);
            throw;
        }
    }

    /// <summary>Refuses early what <see cref="Create"/> would refuse, before anything is written.</summary>
    public static void CheckFree(CatalogDatabase database, Operation operation, TableName name, bool byCommit)
    {
        operation.Rules.Names.CheckTable(name.Name);
        database.Read((operation, name, byCommit), static (session, ask) => FreeIn(session, ask.operation, ask.name, ask.byCommit));
    }

    /// <summary>Adds the table that a draft makes.</summary>
    public void Create(WriteTransaction transaction, Operation operation, TableName name, Draft draft, bool byCommit)
    {
        long namespaceId = FreeIn(transaction, operation, name, byCommit);
        TableMetadata made = draft.Next.Table;
        string place = TablePlaces.PlaceOf(made.Location);
        if (!TablePlaces.IsManaged(place, made.TableUuid!))
        {
            TablePlaces.CheckFree(transaction, place, 0);
        }

        TableRows.Insert(
            transaction,
            new TableRow(0, namespaceId, name.Name, made.TableUuid!, place, draft.Next.Location, draft.MetadataFolder),
            time.GetUtcNow().ToUnixTimeMilliseconds());
        KeepFile(transaction, draft);
    }

    private static long FreeIn(DatabaseSession session, Operation operation, TableName name, bool byCommit)
    {
        long namespaceId = NamespaceRows.FindId(session, operation.Warehouse.Id.Value, name.Namespace.Key)
            ?? throw new NoSuchNamespaceException(name.Namespace);
        if (TableRows.Exists(session, namespaceId, name.Name))
        {
            throw byCommit ? new CommitConflictException("Requirement failed: table already exists") : new TableAlreadyExistsException(name);
        }

        return namespaceId;
    }

    private static void KeepFile(WriteTransaction transaction, Draft draft)
    {
        if (!draft.Pending.IsEmpty)
        {
            PendingFileRows.Insert(transaction, draft.Next.Location, draft.Pending.Span);
        }
    }

    private static void Keep(WriteTransaction transaction, TableRow row, Draft draft)
    {
        KeepFile(transaction, draft);
        TableMetadata next = draft.Next.Table;
        if (next.Location != draft.Base!.Table.Location || next.TableUuid != row.Uuid)
        {
            string place = TablePlaces.PlaceOf(next.Location);
            if (place != row.Place)
            {
                TablePlaces.CheckFree(transaction, place, row.Id);
            }

            TableRows.Move(transaction, row.Id, next.TableUuid ?? row.Uuid, place, draft.MetadataFolder);
        }
    }
}
