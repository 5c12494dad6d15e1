namespace Catalog.Persistence.Rows;

/// <summary>
/// The table <c>jobs</c>: work that a change leaves behind, written in the change's own transaction. A server takes a job by
/// moving its due time ahead; when it dies, the job is due again.
/// </summary>
public static class JobRows
{
    /// <summary>Leaves a job.</summary>
    public static void Insert(WriteTransaction transaction, string kind, long scope, string payload, long nowMs, long dueMs)
    {
        using Statement statement = transaction.Prepare("INSERT INTO jobs (kind, scope, payload, created_ms, due_ms) VALUES ($1, $2, $3, $4, $5)");
        statement.Bind(1, kind).Bind(2, scope).Bind(3, payload).Bind(4, nowMs).Bind(5, dueMs).Execute();
    }

    /// <summary>When the next job is due; null when there is none.</summary>
    public static long? NextDue(DatabaseSession session)
    {
        using Statement statement = session.Prepare("SELECT MIN(due_ms) FROM jobs");
        return statement.Step() && !statement.IsNull(0) ? statement.Number(0) : null;
    }

    /// <summary>Whether jobs of a warehouse are left.</summary>
    public static bool AnyOf(DatabaseSession session, long scope)
    {
        using Statement statement = session.Prepare("SELECT 1 FROM jobs WHERE scope = $1 LIMIT 1");
        return statement.Bind(1, scope).Step();
    }

    /// <summary>Takes the job that is due first, for the length of a lease.</summary>
    public static JobRow? Claim(WriteTransaction transaction, string owner, long nowMs, long leaseUntilMs)
    {
        using Statement statement = transaction.Prepare(
            """
            UPDATE jobs SET lease_owner = $1, due_ms = $2, attempts = attempts + 1
            WHERE id = (SELECT id FROM jobs WHERE due_ms <= $3 ORDER BY due_ms LIMIT 1)
            RETURNING id, kind, scope, payload, attempts
            """);
        return statement.Bind(1, owner).Bind(2, leaseUntilMs).Bind(3, nowMs).Step()
            ? new JobRow(statement.Number(0), statement.Text(1), statement.Number(2), statement.Text(3), (int)statement.Number(4))
            : null;
    }

    /// <summary>Keeps a job for longer; false when another server has it by now.</summary>
    public static bool Renew(WriteTransaction transaction, long id, string owner, long leaseUntilMs)
    {
        using Statement statement = transaction.Prepare("UPDATE jobs SET due_ms = $1 WHERE id = $2 AND lease_owner = $3");
        return statement.Bind(1, leaseUntilMs).Bind(2, id).Bind(3, owner).Execute() == 1;
    }

    /// <summary>Gives a failed job back, due again later.</summary>
    public static void Retry(WriteTransaction transaction, long id, string owner, long dueMs, string error)
    {
        using Statement statement = transaction.Prepare("UPDATE jobs SET lease_owner = NULL, due_ms = $1, last_error = $2 WHERE id = $3 AND lease_owner = $4");
        statement.Bind(1, dueMs).Bind(2, error).Bind(3, id).Bind(4, owner).Execute();
    }

    /// <summary>A job is done.</summary>
    public static void Delete(WriteTransaction transaction, long id)
    {
        using Statement statement = transaction.Prepare("DELETE FROM jobs WHERE id = $1");
        statement.Bind(1, id).Execute();
    }
}
