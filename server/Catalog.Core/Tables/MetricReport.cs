namespace Catalog.Core;

/// <summary>What an engine reported of a scan or commit.</summary>
/// <param name="ReportType"><c>scan-report</c> or <c>commit-report</c>.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Report">The report, as UTF-8 JSON.</param>
public sealed record MetricReport(string ReportType, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte> Report);
