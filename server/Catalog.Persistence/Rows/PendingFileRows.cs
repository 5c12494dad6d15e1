namespace Catalog.Persistence.Rows;

/// <summary>
/// The table <c>pending_files</c>: files that a commit has written without fsync, with their bytes. What a power cut takes
/// from the file system is put back from here.
/// </summary>
public static class PendingFileRows
{
    /// <summary>Remembers a file until it is known to be durable.</summary>
    public static void Insert(WriteTransaction transaction, string location, ReadOnlySpan<byte> bytes)
    {
        using Statement statement = transaction.Prepare("INSERT INTO pending_files (location, bytes) VALUES ($1, $2)");
        statement.Bind(1, location).Bind(2, bytes).Execute();
    }

    /// <summary>The bytes of a pending file.</summary>
    public static byte[]? Find(DatabaseSession session, long id)
    {
        using Statement statement = session.Prepare("SELECT bytes FROM pending_files WHERE id = $1");
        return statement.Bind(1, id).Step() ? statement.Bytes(0).ToArray() : null;
    }

    /// <summary>Pending files after an id, without their bytes.</summary>
    public static List<(long Id, string Location)> ListAfter(DatabaseSession session, long id, int limit)
    {
        using Statement statement = session.Prepare("SELECT id, location FROM pending_files WHERE id > $1 ORDER BY id LIMIT $2");
        statement.Bind(1, id).Bind(2, limit);
        var rows = new List<(long, string)>();
        while (statement.Step())
        {
            rows.Add((statement.Number(0), statement.Text(1)));
        }

        return rows;
    }

    /// <summary>Whether one of some files is pending.</summary>
    public static bool Any(DatabaseSession session, IReadOnlySet<string> locations) =>
        ListAfter(session, 0, int.MaxValue).Exists(file => locations.Contains(file.Location));

    /// <summary>Forgets a file by its row.</summary>
    public static void Delete(WriteTransaction transaction, long id)
    {
        using Statement statement = transaction.Prepare("DELETE FROM pending_files WHERE id = $1");
        statement.Bind(1, id).Execute();
    }

    /// <summary>Forgets files that are to be deleted.</summary>
    public static void Delete(WriteTransaction transaction, IReadOnlySet<string> locations)
    {
        foreach ((long id, string location) in ListAfter(transaction, 0, int.MaxValue))
        {
            if (locations.Contains(location))
            {
                Delete(transaction, id);
            }
        }
    }
}
