using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>Commits to several tables in one database transaction.</summary>
internal sealed class Transactions(
    CatalogDatabase database, MetadataFiles files, Drafts drafts, Swaps swaps, Receipts receipts, Settling settling, TimeProvider time)
{
    public async Task RunAsync(
        Operation operation, IReadOnlyList<TableName> names, IReadOnlyList<CommitTableRequest> changes, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        var rows = new TableRow?[changes.Count];
        var made = new List<Draft>(changes.Count);
        try
        {
            for (int i = 0; i < changes.Count; i++)
            {
                made.Add(Draft(operation, names[i], changes[i], out rows[i]));
            }

            ReceiptRow? receipt = receipts.Prepare(operation.Idempotency, null);
            List<Draft> committed = await database.WriteAsync(
                transaction =>
                {
                    CheckTime(operation, started);
                    receipts.Claim(transaction, operation.Caller, operation.Idempotency);
                    List<Draft> swapped = Swap(transaction, operation, names, changes, rows, made);
                    Receipts.Leave(transaction, operation.Caller, operation.Idempotency, receipt);
                    return swapped;
                },
                cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < committed.Count; i++)
            {
                if (!ReferenceEquals(committed[i], made[i]))
                {
                    drafts.Discard(made[i]);
                }

                settling.Settle(committed[i]);
            }
        }
        catch (Exception failure) when (failure is CatalogException or OperationCanceledException)
        {
            made.ForEach(drafts.Discard);
            throw;
        }
    }

    private Draft Draft(Operation operation, TableName name, CommitTableRequest change, out TableRow? row)
    {
        if (change.IsCreate)
        {
            row = null;
            Swaps.CheckFree(database, operation, name, byCommit: true);
            return drafts.OfCreatingCommit(operation, name, change, ReceiptOf.None);
        }

        row = database.Read(
            (warehouse: operation.Warehouse.Id.Value, name),
            static (session, ask) => TableRows.Find(session, ask.warehouse, ask.name.Namespace.Key, ask.name.Name)) ?? throw new NoSuchTableException(name);
        return drafts.OfCommit(operation, row, files.Read(row.MetadataLocation), change, ReceiptOf.None);
    }

    private List<Draft> Swap(
        WriteTransaction transaction, Operation operation, IReadOnlyList<TableName> names, IReadOnlyList<CommitTableRequest> changes, TableRow?[] rows, List<Draft> made)
    {
        var swapped = new List<Draft>(made.Count);
        try
        {
            for (int i = 0; i < made.Count; i++)
            {
                if (rows[i] is { } row)
                {
                    swapped.Add(swaps.Commit(transaction, operation, names[i], changes[i], row, made[i], ReceiptOf.None));
                }
                else
                {
                    swaps.Create(transaction, operation, names[i], made[i], byCommit: true);
                    swapped.Add(made[i]);
                }
            }

            return swapped;
        }
        catch
        {
            // What was drafted again in here is known to nobody else.
            swapped.Except(made).ToList().ForEach(drafts.Discard);
            throw;
        }
    }

    private void CheckTime(Operation operation, long started)
    {
        if (time.GetElapsedTime(started) > operation.Rules.TransactionTimeLimit)
        {
            throw new CommitConflictException($"The transaction took longer than {operation.Rules.TransactionTimeLimit}: conflict assumed, nothing was changed");
        }
    }
}
