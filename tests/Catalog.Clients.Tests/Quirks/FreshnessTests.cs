using System.Text.Json;
using Catalog.Clients.Tests.JavaKit;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.Quirks;

/// <summary>Entity tags and snapshot modes, as Java's table cache and lazy snapshots use them; the aliases of base paths.</summary>
public sealed class FreshnessTests(KitServer server) : KitTest(server)
{
    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Load_KnownTag_Is304UntilACommit(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        string path = $"{JavaClient.TablePath(name, "tbl")}?snapshots=all";
        string tag = (await client.Raw.GetAsync(path)).Headers.ETag!.ToString();
        RawAnswer same = await client.Raw.SendAsync(HttpMethod.Get, path, headers: new Dictionary<string, string> { ["If-None-Match"] = tag });
        same.Status.ShouldBe(304);
        same.Body.ShouldBeEmpty();
        await table.MustCommitAsync(Updates.SetProperties(("a", "b")));
        RawAnswer changed = await client.Raw.SendAsync(HttpMethod.Get, path, headers: new Dictionary<string, string> { ["If-None-Match"] = tag });
        MustSucceed(changed);
        changed.Headers.ETag!.ToString().ShouldNotBe(tag);
        RawAnswer refs = await client.Raw.SendAsync(HttpMethod.Get, $"{JavaClient.TablePath(name, "tbl")}?snapshots=refs", headers: new Dictionary<string, string> { ["If-None-Match"] = changed.Headers.ETag!.ToString() });
        MustSucceed(refs);
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Load_SnapshotsOfRefs_LeavesOutTheOthers(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, "tbl");
        for (int i = 1; i <= 3; i++)
        {
            await table.MustCommitAsync(Updates.Append(table, i));
            table = await table.ReloadAsync();
        }

        await table.MustCommitAsync(Updates.SetRef("old", 1, "tag"));
        RawAnswer refs = await client.Raw.GetAsync($"{JavaClient.TablePath(name, "tbl")}?snapshots=refs");
        refs.Metadata.GetProperty("snapshots").EnumerateArray().Select(snapshot => snapshot.GetProperty("snapshot-id").GetInt64()).ShouldBe([1, 3], ignoreOrder: true);
        refs.Metadata.GetProperty("snapshot-log").GetArrayLength().ShouldBe(3);
        (await table.ReloadAsync()).Metadata.GetProperty("snapshots").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("/v1/namespaces")]
    [InlineData("/v1/v1/namespaces")]
    [InlineData("/v1/main/namespaces")]
    [InlineData("/v1/v1/config")]
    public async Task Aliases_OfTheBasePath_AreServed(string target)
    {
        RawAnswer answer = await Open(Planasonix).Raw.SendRawAsync(HttpMethod.Get, target, null, null);
        MustSucceed(answer);
        answer.Json.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory]
    [InlineData("/v1/config")]
    [InlineData("/v1/config?warehouse=main")]
    [InlineData("/v1/config?warehouse=")]
    public async Task Config_ListsWhatIsServed(string target)
    {
        RawAnswer answer = await Open(Planasonix).Raw.SendRawAsync(HttpMethod.Get, target, null, null);
        MustSucceed(answer);
        string[] endpoints = [.. answer.Json.GetProperty("endpoints").EnumerateArray().Select(endpoint => endpoint.GetString()!)];
        endpoints.ShouldContain("HEAD /v1/{prefix}/namespaces/{namespace}/tables/{table}");
        endpoints.ShouldContain("POST /v1/{prefix}/transactions/commit");
        endpoints.ShouldNotContain(endpoint => endpoint.Contains("views", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Config_OfAnUnknownWarehouse_Is404() =>
        (await Open(Planasonix).Raw.SendRawAsync(HttpMethod.Get, "/v1/config?warehouse=absent", null, null)).Status.ShouldBe(404);
}
