using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>Removes what has outlived its use: expired receipts, old metric reports, metadata files nobody refers to.</summary>
internal sealed class Housekeeping(CatalogDatabase database, Orphans orphans, CatalogOptions options, TimeProvider time)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken stopping)
    {
        long? swept = null;
        while (true)
        {
            await Task.Delay(Often, time, stopping).ConfigureAwait(false);
            await ExpireAsync(stopping).ConfigureAwait(false);
            if (swept is null || time.GetElapsedTime(swept.Value) >= Seldom)
            {
                swept = time.GetTimestamp();
                await orphans.SweepAsync(stopping).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes expired receipts and reports, few at a time so that no commit waits long.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        long reportsBefore = now - (long)options.MetricsAge.TotalMilliseconds;
        while (database.Read(now, ReceiptRows.AnyExpired) &&
            await database.WriteAsync(transaction => ReceiptRows.DeleteExpired(transaction, now, AtOnce), cancellationToken).ConfigureAwait(false) == AtOnce)
        {
        }

        while (database.Read(reportsBefore, MetricReportRows.AnyBefore) &&
            await database.WriteAsync(transaction => MetricReportRows.DeleteBefore(transaction, reportsBefore, AtOnce), cancellationToken).ConfigureAwait(false) == AtOnce)
        {
        }
    }
}
