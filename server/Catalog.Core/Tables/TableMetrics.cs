using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>What engines report of their scans and commits.</summary>
internal sealed class TableMetrics(CatalogDatabase database, Receipts receipts, TimeProvider time)
{
    public Task RecordAsync(Operation operation, TableName name, string reportType, ReadOnlyMemory<byte> report, CancellationToken cancellationToken) =>
        receipts.WriteAsync<object?>(
            operation.Caller,
            operation.Idempotency,
            transaction =>
            {
                string uuid = UuidOf(transaction, operation.Warehouse, name);
                MetricReportRows.Insert(transaction, uuid, time.GetUtcNow().ToUnixTimeMilliseconds(), reportType, report.Span);
                return null;
            },
            cancellationToken);

    public IReadOnlyList<MetricReport> Newest(Warehouse warehouse, TableName name, int limit) =>
        database.Read((warehouse, name, limit), static (session, ask) =>
            MetricReportRows.Newest(session, UuidOf(session, ask.warehouse, ask.name), ask.limit)
                .ConvertAll(static report => new MetricReport(report.ReportType, DateTimeOffset.FromUnixTimeMilliseconds(report.ReceivedMs), report.Report)));

    private static string UuidOf(DatabaseSession session, Warehouse warehouse, TableName name) =>
        (TableRows.Find(session, warehouse.Id.Value, name.Namespace.Key, name.Name) ?? throw new NoSuchTableException(name)).Uuid;
}
