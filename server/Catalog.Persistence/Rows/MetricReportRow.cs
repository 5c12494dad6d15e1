namespace Catalog.Persistence.Rows;

/// <summary>A row of <c>metric_reports</c>.</summary>
public sealed record MetricReportRow(long Id, string TableUuid, long ReceivedMs, string ReportType, byte[] Report);
