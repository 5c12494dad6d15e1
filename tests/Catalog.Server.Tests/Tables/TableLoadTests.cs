using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Tables;

public sealed class TableLoadTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Load_WithTheTagItHas_IsNotModified()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "tags");
        RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
        string tag = made.Headers.ETag!.ToString();
        RawAnswer refs = await catalog.GetAsync($"/namespaces/{ns}/tables/t?snapshots=refs");

        foreach (string sent in (string[])[tag, $"W/{tag}", $"\"other\", {tag}", "*"])
        {
            RawAnswer answer = await LoadAsync(catalog, ns, "", sent);
            answer.Status.ShouldBe(304, sent);
            answer.Body.ShouldBeEmpty();
            answer.Headers.ETag!.ToString().ShouldBe(tag);
        }

        (await LoadAsync(catalog, ns, "", "\"other\"")).Status.ShouldBe(200);
        refs.Headers.ETag!.ToString().ShouldNotBe(tag);
        (await LoadAsync(catalog, ns, "?snapshots=refs", tag)).Status.ShouldBe(200);
        await TableRequests.CommitAsync(catalog, ns, "t", """{"action":"set-properties","updates":{"a":"b"}}""");
        (await LoadAsync(catalog, ns, "", tag)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Load_OfATableWhoseFileIsGone_SaysWhichFile()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "gone");
        RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
        File.Delete(new Uri(made.MetadataLocation!).LocalPath);

        RawAnswer answer = await catalog.GetAsync($"/namespaces/{ns}/tables/t");

        RefusalTests.ShouldBeError(answer, 404);
        answer.ErrorType.ShouldBe("NotFoundException");
        answer.ErrorMessage.ShouldContain(made.MetadataLocation!);
    }

    [Theory]
    [InlineData("snapshots=some")]
    [InlineData("snapshots=ALL&snapshots=refs")]
    public async Task Load_OfUnknownSnapshots_IsBadRequest(string query)
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "query");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));

        RefusalTests.ShouldBeError(await catalog.GetAsync($"/namespaces/{ns}/tables/t?{query}"), 400);
        RefusalTests.ShouldBeError(await catalog.DeleteAsync($"/namespaces/{ns}/tables/t?purgeRequested=perhaps"), 400);
    }

    private static Task<RawAnswer> LoadAsync(RawCatalog catalog, string ns, string query, string ifNoneMatch) => catalog.SendAsync(
        HttpMethod.Get, $"/namespaces/{ns}/tables/t{query}", headers: new Dictionary<string, string> { ["If-None-Match"] = ifNoneMatch });
}
