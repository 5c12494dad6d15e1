using System.Collections.Concurrent;
using Catalog.Persistence;

namespace Catalog.Core.Access;

/// <summary>
/// Counts each organisation's requests of the UTC day against its tier. A process takes requests from the database in
/// blocks and gives them out of memory, so that counting costs a write per block, not per request.
/// </summary>
/// <remarks>
/// How exact: never more requests than the tier includes, over all processes and restarts. A process that is killed
/// loses what is left of its block; one that stops returns it. Blocks shrink with what is left of the day
/// (a sixteenth of it, 100 at most), so that the last requests are counted one by one.
/// </remarks>
public sealed class Quotas(CatalogDatabase database, TimeProvider time) : IAsyncDisposable
{
    private const int LargestBlock = 100;
    private const int DaysKept = 35;
    private readonly ConcurrentDictionary<long, QuotaAccount> _accounts = new();

    /// <summary>Counts one request.</summary>
    /// <exception cref="QuotaExceededException">The day's requests are used up.</exception>
    public ValueTask TakeAsync(Organisation organisation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (organisation.Tier.RequestsPerDay() is not { } limit)
        {
            return default;
        }

        long now = time.GetUtcNow().ToUnixTimeSeconds();
        QuotaAccount account = _accounts.GetOrAdd(organisation.Id, static _ => new QuotaAccount());
        return account.TryTake(now / 86_400) ? default : TakeFromNextBlockAsync(organisation, account, limit, cancellationToken);
    }

    /// <summary>How many of today's requests processes have taken.</summary>
    public long Used(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return database.Read((organisation.Id, Today()), static (session, of) => Used(session, of.Id, of.Item2));
    }

    /// <summary>Gives back what this process took and did not use.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach ((long organisation, QuotaAccount account) in _accounts)
        {
            QuotaBlock block = account.Block;
            if (block.TakeAll() is > 0 and int left)
            {
                await database.WriteAsync(transaction => Add(transaction, organisation, block.Day, -left)).ConfigureAwait(false);
            }

            account.Dispose();
        }

        _accounts.Clear();
    }

    private async ValueTask TakeFromNextBlockAsync(Organisation organisation, QuotaAccount account, int limit, CancellationToken cancellationToken)
    {
        await account.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                long day = Today();
                if (account.TryTake(day))
                {
                    return;
                }

                // A read first: a client that goes on after the end must not cost a write each time.
                int granted = database.Read((organisation.Id, day), static (session, of) => Used(session, of.Id, of.day)) < limit
                    ? await database.WriteAsync(transaction => TakeBlock(transaction, organisation.Id, day, limit), cancellationToken).ConfigureAwait(false)
                    : 0;
                if (granted == 0)
                {
                    throw new QuotaExceededException(
                        $"The {limit} requests a day of the tier {organisation.Tier} are used up", UntilTomorrow());
                }

                account.Block = new QuotaBlock(day, granted);
            }
        }
        finally
        {
            account.Turn.Release();
        }
    }

    private static int TakeBlock(WriteTransaction transaction, long organisation, long day, int limit)
    {
        long used = Used(transaction, organisation, day);
        int block = (int)Math.Min(LargestBlock, Math.Max(1, (limit - used) / 16));
        if (used >= limit)
        {
            return 0;
        }

        if (used == 0)
        {
            using Statement forget = transaction.Prepare("DELETE FROM quotas WHERE day < $1");
            forget.Bind(1, day - DaysKept).Execute();
        }

        Add(transaction, organisation, day, block);
        return block;
    }

    private static bool Add(WriteTransaction transaction, long organisation, long day, int count)
    {
        using Statement add = transaction.Prepare(
            "INSERT INTO quotas (organisation_id, day, used) VALUES ($1, $2, $3) ON CONFLICT (organisation_id, day) DO UPDATE SET used = used + $3");
        return add.Bind(1, organisation).Bind(2, day).Bind(3, count).Execute() == 1;
    }

    private static long Used(DatabaseSession session, long organisation, long day)
    {
        using Statement statement = session.Prepare("SELECT used FROM quotas WHERE organisation_id = $1 AND day = $2");
        return statement.Bind(1, organisation).Bind(2, day).Step() ? statement.Number(0) : 0;
    }

    private long Today() => time.GetUtcNow().ToUnixTimeSeconds() / 86_400;

    private TimeSpan UntilTomorrow()
    {
        DateTimeOffset now = time.GetUtcNow();
        return new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) - now;
    }
}
