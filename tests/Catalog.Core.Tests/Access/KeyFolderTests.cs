using System.Text;
using Catalog.Core.Access;

namespace Catalog.Core.Tests.Access;

public sealed class KeyFolderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

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
}
