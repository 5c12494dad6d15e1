using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>Commits to tables.</summary>
public sealed class Commits
{
    private readonly CatalogDatabase _database;
    private readonly MetadataFiles _files;
    private readonly Drafts _drafts;
    private readonly Swaps _swaps;
    private readonly CommitLines _lines;
    private readonly Receipts _receipts;
    private readonly Settling _settling;
    private readonly Transactions _transactions;

    internal Commits(
        CatalogDatabase database,
        MetadataFiles files,
        Drafts drafts,
        Swaps swaps,
        CommitLines lines,
        Receipts receipts,
        Settling settling,
        Transactions transactions)
    {
        _database = database;
        _files = files;
        _drafts = drafts;
        _swaps = swaps;
        _lines = lines;
        _receipts = receipts;
        _settling = settling;
        _transactions = transactions;
    }

    /// <summary>
    /// Commits to one table: all requirements hold, then all updates are applied, or nothing happens. Commits that others
    /// make meanwhile are no obstacle as long as the requirements hold. A commit with <c>assert-create</c> makes the table.
    /// </summary>
    /// <exception cref="NoSuchTableException">The table does not exist.</exception>
    /// <exception cref="CommitConflictException">A requirement does not hold.</exception>
    /// <exception cref="InvalidRequestException">An update is not valid.</exception>
    public async Task<LoadedTable> CommitAsync(
        Operation operation, TableName name, CommitTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(request);
        return await CommitAsync(operation, name, request, ReceiptOf.Table, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Commits to several tables: all of it happens, or nothing.</summary>
    /// <exception cref="NoSuchTableException">A table does not exist.</exception>
    /// <exception cref="CommitConflictException">A requirement does not hold.</exception>
    /// <exception cref="InvalidRequestException">An update is not valid, or a table is named twice or not at all.</exception>
    public Task TransactAsync(Operation operation, IReadOnlyList<CommitTableRequest> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(changes);
        IReadOnlyList<TableName> names = TableChange.NamesOf(changes);

        // One table shares the line of the plain commits to it: DuckDB sends each of its changes in this way.
        return changes.Count == 1
            ? CommitAsync(operation, names[0], changes[0], ReceiptOf.Nothing, cancellationToken)
            : _transactions.RunAsync(operation, names, changes, cancellationToken);
    }

    private async Task<LoadedTable> CommitAsync(
        Operation operation, TableName name, CommitTableRequest request, ReceiptOf receipt, CancellationToken cancellationToken)
    {
        if (request.IsCreate)
        {
            return await CreateAsync(operation, name, request, receipt, cancellationToken).ConfigureAwait(false);
        }

        TableRow row = Find(operation, name);
        CommitLine line = _lines.Join(row.Id);
        Draft? draft = null;
        try
        {
            Task<Draft> pending;
            SemaphoreSlim gate = _lines.GateOf(row.Id);
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                draft = DraftInLine(line, ref row, operation, name, request, receipt);
                Draft? first = draft;
                TableRow known = row;
                pending = _database.WriteAsync(
                    transaction =>
                    {
                        _receipts.Claim(transaction, operation.Caller, operation.Idempotency);
                        Draft made = _swaps.Commit(transaction, operation, name, request, known, first, receipt);
                        if (!ReferenceEquals(made, first) && made.Changes)
                        {
                            line.Broken = true;
                        }

                        Receipts.Leave(transaction, operation.Caller, operation.Idempotency, made.Receipt);
                        return made;
                    },
                    cancellationToken);
            }
            finally
            {
                gate.Release();
            }

            Draft committed = await pending.ConfigureAwait(false);
            if (!ReferenceEquals(committed, draft))
            {
                _drafts.Discard(draft);
            }

            _settling.Settle(committed);
            return committed.Next.Loaded(SnapshotMode.All);
        }
        catch (Exception failure) when (failure is CatalogException or OperationCanceledException)
        {
            // Anything else leaves it open whether the database has the commit: then the file stays, for the worst case.
            _drafts.Discard(draft);
            throw;
        }
        finally
        {
            _lines.Leave(row.Id, line);
        }
    }

    private Draft? DraftInLine(
        CommitLine line, ref TableRow row, Operation operation, TableName name, CommitTableRequest request, ReceiptOf receipt)
    {
        if (line.Broken)
        {
            return null;
        }

        StoredMetadata? head = line.Head;
        if (head is null)
        {
            // Nothing is under way, so what the database says now is a state the table really had: what it refuses is refused.
            row = Find(operation, name);
            Draft first = _drafts.OfCommit(operation, row, _files.Read(row.MetadataLocation), request, receipt);
            line.Head = first.Next;
            line.Folder = first.MetadataFolder;
            return first;
        }

        try
        {
            Draft next = _drafts.OfCommit(operation, row with { MetadataFolder = line.Folder! }, head, request, receipt);
            line.Head = next.Next;
            line.Folder = next.MetadataFolder;
            return next;
        }
        catch (CatalogException)
        {
            // The head may never come true: the transaction decides, on what the table is then.
            return null;
        }
    }

    private async Task<LoadedTable> CreateAsync(
        Operation operation, TableName name, CommitTableRequest request, ReceiptOf receipt, CancellationToken cancellationToken)
    {
        Swaps.CheckFree(_database, operation, name, byCommit: true);
        Draft draft = _drafts.OfCreatingCommit(operation, name, request, receipt);
        try
        {
            await _receipts.WriteAsync(
                operation,
                draft.Receipt,
                transaction => _swaps.Create(transaction, operation, name, draft, byCommit: true),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CatalogException or OperationCanceledException)
        {
            _drafts.Discard(draft);
            throw;
        }

        _settling.Settle(draft);
        return draft.Next.Loaded(SnapshotMode.All);
    }

    private TableRow Find(Operation operation, TableName name) =>
        _database.Read(
            (warehouse: operation.Warehouse.Id.Value, name),
            static (session, ask) => TableRows.Find(session, ask.warehouse, ask.name.Namespace.Key, ask.name.Name))
        ?? throw new NoSuchTableException(name);
}
