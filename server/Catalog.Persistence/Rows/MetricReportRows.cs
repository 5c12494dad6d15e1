namespace Catalog.Persistence.Rows;

/// <summary>The table <c>metric_reports</c>: what engines report of their scans and commits.</summary>
public static class MetricReportRows
{
    /// <summary>Keeps a report.</summary>
    public static void Insert(WriteTransaction transaction, string tableUuid, long receivedMs, string reportType, ReadOnlySpan<byte> report)
    {
        using Statement statement = transaction.Prepare("INSERT INTO metric_reports (table_uuid, received_ms, report_type, report) VALUES ($1, $2, $3, $4)");
        statement.Bind(1, tableUuid).Bind(2, receivedMs).Bind(3, reportType).Bind(4, report).Execute();
    }

    /// <summary>The newest reports of a table.</summary>
    public static List<MetricReportRow> Newest(DatabaseSession session, string tableUuid, int limit)
    {
        using Statement statement = session.Prepare(
            """
            SELECT id, table_uuid, received_ms, report_type, report FROM metric_reports
            WHERE table_uuid = $1 ORDER BY received_ms DESC, id DESC LIMIT $2
            """);
        statement.Bind(1, tableUuid).Bind(2, limit);
        var rows = new List<MetricReportRow>();
        while (statement.Step())
        {
            rows.Add(new MetricReportRow(statement.Number(0), statement.Text(1), statement.Number(2), statement.Text(3), statement.Bytes(4).ToArray()));
        }

        return rows;
    }

    /// <summary>Whether the oldest report is older than a time.</summary>
    public static bool AnyBefore(DatabaseSession session, long beforeMs)
    {
        using Statement statement = session.Prepare("SELECT received_ms FROM metric_reports ORDER BY id LIMIT 1");
        return statement.Step() && statement.Number(0) < beforeMs;
    }

    /// <summary>Removes those of the oldest reports that are older than a time; returns how many.</summary>
    public static int DeleteBefore(WriteTransaction transaction, long beforeMs, int limit)
    {
        using Statement statement = transaction.Prepare(
            "DELETE FROM metric_reports WHERE id IN (SELECT id FROM metric_reports ORDER BY id LIMIT $1) AND received_ms < $2");
        return statement.Bind(1, limit).Bind(2, beforeMs).Execute();
    }
}
