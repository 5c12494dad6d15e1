using System.Text;
using Catalog.Core.Access;
using Catalog.Core.Access.Policies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Core.Tests.Access;

public sealed class KeyTests
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
    public async Task AccessKey_MadeByOneProcess_IsReadByAnother()
    {
        await using AccessStore store = new(Now);
        await using AccessStore other = new(Now, store.Folder, new FakeTimeProvider(Now));
        IssuedAccessKey issued = await store.Get<AccessKeys>().CreateAsync("ci", AccessKey.AdministratorPolicy);
        AccessKey found = other.Get<AccessKeys>().Find(issued.Key.Key)!;
        other.Get<AccessKeys>().RevealSecret(found).ShouldBe(issued.Secret);
        found.ReadPermissions().ShouldBeSameAs(Permissions.All);
        issued.ToString().ShouldNotContain(issued.Secret);
    }

    [Fact]
    public async Task AccessKeys_FirstSecretsOfSeveralProcessesAtOnce_AreReadByAll()
    {
        await using AccessStore store = new(Now);
        AccessStore[] processes = [.. Enumerable.Range(0, 6).Select(_ => new AccessStore(Now, store.Folder, new FakeTimeProvider(Now)))];
        IssuedAccessKey[] issued = await Task.WhenAll(processes.Select(process => Task.Run(
            () => process.Get<AccessKeys>().CreateAsync("ci", AccessKey.AdministratorPolicy))));
        foreach (AccessStore process in processes)
        {
            foreach (IssuedAccessKey key in issued)
            {
                process.Get<AccessKeys>().RevealSecret(process.Get<AccessKeys>().Find(key.Key.Key)!).ShouldBe(key.Secret);
            }

            await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task RevealSecret_SealedWithAKeyThatAnotherProcessAddedToTheRing_IsRead()
    {
        await using AccessStore store = new(Now);
        IssuedAccessKey old = await store.Get<AccessKeys>().CreateAsync("old", AccessKey.AdministratorPolicy);
        await using ServiceProvider ring = new ServiceCollection()
            .AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(store.Folder, "keys"))).SetApplicationName("Catalog").Services
            .BuildServiceProvider();
        ring.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));

        await using AccessStore other = new(Now, store.Folder, new FakeTimeProvider(Now));
        IssuedAccessKey young = await other.Get<AccessKeys>().CreateAsync("young", AccessKey.AdministratorPolicy);

        // The key's id follows four bytes of header.
        young.Key.SealedSecret[4..20].ShouldNotBe(old.Key.SealedSecret[4..20]);
        store.Get<AccessKeys>().RevealSecret(young.Key).ShouldBe(young.Secret);
        store.Get<AccessKeys>().RevealSecret(old.Key).ShouldBe(old.Secret);
    }

    [Fact]
    public async Task KeyFile_MadeByManyAtOnce_IsTheSameForAll()
    {
        await using AccessStore store = new(Now);
        for (int round = 0; round < 50; round++)
        {
            string name = $"round-{round}.key";
            byte[][] read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => KeyFiles.GetOrCreate(store.Folder, name))));
            read.ShouldAllBe(bytes => bytes.SequenceEqual(read[0]));
        }

        KeyFiles.List(store.Folder, "*.tmp").ShouldBeEmpty();
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
    public async Task AddAccessKey_OtherSecretOrBadPolicy_IsRefused()
    {
        await using AccessStore store = new(Now);
        AccessKeys keys = store.Get<AccessKeys>();
        await keys.AddAsync("ci", AccessKey.AdministratorPolicy, "ACCESSKEY00000000001", "secret-secret-secret-1");
        await keys.AddAsync("ci", AccessKey.AdministratorPolicy, "ACCESSKEY00000000001", "secret-secret-secret-1");
        await Should.ThrowAsync<InvalidRequestException>(() => keys.AddAsync("ci", AccessKey.AdministratorPolicy, "ACCESSKEY00000000001", "secret-secret-secret-2"));
        await Should.ThrowAsync<InvalidPolicyException>(() => keys.CreateAsync("ci", "{}"));
        keys.List().Count.ShouldBe(1);
    }

    [Fact]
    public async Task DataFolder_HoldingSecrets_ShowsNoneAndIsTheOwnersAlone()
    {
        await using AccessStore store = new(Now);
        IssuedApiKey key = await store.Get<ApiKeys>().CreateAsync(await store.OrganisationAsync("acme"), "ci", canWrite: true);
        IssuedAccessKey accessKey = await store.Get<AccessKeys>().CreateAsync("ci", AccessKey.AdministratorPolicy);
        foreach (string file in Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories))
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, Encoding.Latin1);
            string content = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            content.ShouldNotContain(key.Text);
            content.ShouldNotContain(accessKey.Secret);
        }

        if (!OperatingSystem.IsWindows())
        {
            string keys = Path.Combine(store.Folder, "keys");
            File.GetUnixFileMode(keys).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(keys, "pepper")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Directory.GetFiles(keys, "key-*.xml").Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
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
