using Catalog.Core.Access;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Core.Tests.Access;

public sealed class QuotaTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Take_UpToTheTiersRequests_IsExact()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        (await TakeAllAsync(store.Get<Quotas>(), organisation)).ShouldBe(10_000);
    }

    [Fact]
    public async Task Take_UsedUp_SaysHowLongUntilMidnight()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        await TakeAllAsync(store.Get<Quotas>(), organisation);
        store.Time.Advance(TimeSpan.FromHours(2));
        QuotaExceededException refusal = await Should.ThrowAsync<QuotaExceededException>(async () => await store.Get<Quotas>().TakeAsync(organisation));
        refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(10));
    }

    [Fact]
    public async Task Take_NextDay_BeginsAgain()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        await TakeAllAsync(store.Get<Quotas>(), organisation);
        store.Time.Advance(TimeSpan.FromHours(12));
        (await TakeAllAsync(store.Get<Quotas>(), organisation)).ShouldBe(10_000);
    }

    [Fact]
    public async Task Take_BlockLeftOverMidnight_CountsForItsOwnDayOnly()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        await store.Get<Quotas>().TakeAsync(organisation);
        store.Time.Advance(TimeSpan.FromHours(12));
        (await TakeAllAsync(store.Get<Quotas>(), organisation)).ShouldBe(10_000);
    }

    [Fact]
    public async Task Take_StoppedAndStarted_LosesNothing()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        int taken = 0;
        for (int start = 0; start < 5; start++)
        {
            await using Quotas quotas = new(store.Database, store.Time);
            for (int i = 0; i < 7; i++, taken++)
            {
                await quotas.TakeAsync(organisation);
            }
        }

        store.Get<Quotas>().Used(organisation).ShouldBe(taken);
        (await TakeAllAsync(store.Get<Quotas>(), organisation)).ShouldBe(10_000 - taken);
    }

    [Fact]
    public async Task Take_Killed_LosesAtMostItsBlock()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        await new Quotas(store.Database, store.Time).TakeAsync(organisation);
        (await TakeAllAsync(store.Get<Quotas>(), organisation)).ShouldBeInRange(10_000 - 100, 10_000 - 1);
    }

    [Fact]
    public async Task Take_TwoProcessesAndManyThreads_NeverMoreThanTheTierHas()
    {
        await using AccessStore store = new(Noon);
        await using AccessStore other = new(Noon, store.Folder, new FakeTimeProvider(Noon));
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        int[] taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => TakeAllAsync((i % 2 == 0 ? store : other).Get<Quotas>(), organisation))));
        taken.Sum().ShouldBe(10_000);
    }

    [Fact]
    public async Task Take_Enterprise_WritesNothing()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("big");
        for (int i = 0; i < 1000; i++)
        {
            store.Get<Quotas>().TakeAsync(organisation).IsCompletedSuccessfully.ShouldBeTrue();
        }

        store.Get<Quotas>().Used(organisation).ShouldBe(0);
    }

    [Fact]
    public async Task Take_TierRaised_GoesOn()
    {
        await using AccessStore store = new(Noon);
        Organisation organisation = await store.OrganisationAsync("pro", OrganisationTier.Professional);
        await TakeAllAsync(store.Get<Quotas>(), organisation);
        (await store.Get<Organisations>().SetTierAsync("pro", OrganisationTier.Premium)).ShouldBeTrue();
        await store.Get<Quotas>().TakeAsync(store.Get<Organisations>().Find("pro")!);
    }

    private static async Task<int> TakeAllAsync(Quotas quotas, Organisation organisation)
    {
        int taken = 0;
        try
        {
            while (true)
            {
                await quotas.TakeAsync(organisation);
                taken++;
            }
        }
        catch (QuotaExceededException)
        {
            return taken;
        }
    }
}
