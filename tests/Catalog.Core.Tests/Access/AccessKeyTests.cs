using Catalog.Core.Access;
using Catalog.Core.Access.Policies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Core.Tests.Access;

public sealed class AccessKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

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
}
