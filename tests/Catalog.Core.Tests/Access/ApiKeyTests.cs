using Catalog.Core.Access;

namespace Catalog.Core.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task CreateApiKey_Always_IsFoundByItsHashOnly()
    {
        await using AccessStore store = new(Now);
        Organisation organisation = await store.OrganisationAsync("acme", OrganisationTier.Premium);
        IssuedApiKey issued = await store.Get<ApiKeys>().CreateAsync(organisation, "ci", canWrite: false, Now.AddDays(1));
        issued.Text.ShouldStartWith("flx_");
        issued.Text.Length.ShouldBe(44);
        issued.ToString().ShouldNotContain(issued.Text);

        ApiKey found = store.Get<ApiKeys>().Find(store.Get<CredentialHasher>().Hash(issued.Text))!;
        found.ShouldBe(issued.Key);
        found.CanWrite.ShouldBeFalse();
        found.Organisation.ShouldBe(organisation);
        found.ExpiresAt.ShouldBe(Now.AddDays(1));
        store.Get<ApiKeys>().Find(store.Get<CredentialHasher>().Hash(issued.Text + "x")).ShouldBeNull();
    }

    [Fact]
    public async Task RevokeApiKey_Always_EndsItOnceAndMovesTheRevision()
    {
        await using AccessStore store = new(Now);
        IssuedApiKey issued = await store.Get<ApiKeys>().CreateAsync(await store.OrganisationAsync("acme"), "ci", canWrite: true);
        int before = store.Get<ApiKeys>().Revision;
        (await store.Get<ApiKeys>().RevokeAsync(issued.Key.Id)).ShouldBeTrue();
        (await store.Get<ApiKeys>().RevokeAsync(issued.Key.Id)).ShouldBeFalse();
        store.Get<ApiKeys>().Find(issued.Key.Id)!.IsValidAt(Now).ShouldBeFalse();
        store.Get<ApiKeys>().Revision.ShouldNotBe(before);
    }

    [Fact]
    public async Task AddApiKey_Twice_StaysOneKeyOfItsOrganisation()
    {
        await using AccessStore store = new(Now);
        Organisation organisation = await store.OrganisationAsync("acme"), other = await store.OrganisationAsync("other");
        ApiKeys keys = store.Get<ApiKeys>();
        IssuedApiKey first = await keys.AddAsync(organisation, "given", canWrite: true, "a key of twenty letters");
        (await keys.AddAsync(organisation, "given", canWrite: true, "a key of twenty letters")).Key.Id.ShouldBe(first.Key.Id);
        await Should.ThrowAsync<InvalidRequestException>(() => keys.AddAsync(other, "given", canWrite: true, "a key of twenty letters"));
        await keys.RevokeAsync(first.Key.Id);
        await Should.ThrowAsync<InvalidRequestException>(() => keys.AddAsync(organisation, "given", canWrite: true, "a key of twenty letters"));
    }

    [Fact]
    public async Task GetOrCreateOrganisation_ManyAtOnce_IsOne()
    {
        await using AccessStore store = new(Now);
        await store.OrganisationAsync("acme");
        Organisation[] all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            store.Get<Organisations>().GetOrCreateAsync("main", OrganisationTier.Enterprise, "acme")));
        all.ShouldAllBe(organisation => organisation == all[0]);
    }

    [Fact]
    public async Task Organisations_NamesAndWarehouses_AreChecked()
    {
        await using AccessStore store = new(Now);
        await store.OrganisationAsync("acme", OrganisationTier.None);
        await Should.ThrowAsync<InvalidRequestException>(() => store.Get<Organisations>().CreateAsync("acme", OrganisationTier.None, "acme"));
        await Should.ThrowAsync<NoSuchWarehouseException>(() => store.Get<Organisations>().CreateAsync("other", OrganisationTier.None, "absent"));
        await Should.ThrowAsync<InvalidRequestException>(() => store.Get<Organisations>().CreateAsync("a\nb", OrganisationTier.None, "acme"));
        store.Get<Organisations>().List().Single().Name.ShouldBe("acme");
    }
}
