using System.Text.Json;
using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Tables;

public sealed class TableEndpointTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Schema = """{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"id","type":"long","required":true}]}""";

    [Fact]
    public async Task Life_OfATable_OnBothSurfaces()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            string ns = await NamespaceAsync(catalog, "life");
            RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));
            made.Status.ShouldBe(200, made.Text);
            made.MetadataLocation.ShouldNotBeNull();
            made.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["metadata-location", "metadata", "config"]);

            RawAnswer loaded = await catalog.GetAsync($"/namespaces/{ns}/tables/t");
            loaded.Text.ShouldBe(made.Text);
            loaded.Headers.ETag.ShouldBe(made.Headers.ETag);

            (await catalog.HeadAsync($"/namespaces/{ns}/tables/t")).Status.ShouldBe(catalog.IsAIStor ? 200 : 204);
            (await catalog.HeadAsync($"/namespaces/{ns}/tables/u")).Status.ShouldBe(404);
            (await catalog.GetAsync($"/namespaces/{ns}/tables")).Text.ShouldBe($$"""{"identifiers":[{"namespace":["{{ns}}"],"name":"t"}]}""");

            RawAnswer again = await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));
            RefusalTests.ShouldBeError(again, 409);
            again.ErrorType.ShouldBe(catalog.IsAIStor ? "IcebergTableAlreadyExists" : "AlreadyExistsException");

            RawAnswer committed = await CommitAsync(catalog, ns, "t", """{"action":"set-properties","updates":{"a":"b"}}""");
            committed.Status.ShouldBe(200, committed.Text);
            committed.MetadataLocation.ShouldNotBe(made.MetadataLocation);
            committed.Headers.ETag.ShouldNotBe(made.Headers.ETag);

            RawAnswer renamed = await catalog.PostAsync("/tables/rename", Rename(ns, "t", ns, "u"));
            renamed.Status.ShouldBe(204);
            (await catalog.GetAsync($"/namespaces/{ns}/tables/u")).Text.ShouldBe(committed.Text);
            (await catalog.PostAsync($"/namespaces/{ns}/tables/u/metrics", """{"report-type":"scan-report","x":1}""")).Status.ShouldBe(204);
            (await catalog.DeleteAsync($"/namespaces/{ns}/tables/u?purgeRequested=False")).Status.ShouldBe(204);
            RefusalTests.ShouldBeError(await catalog.DeleteAsync($"/namespaces/{ns}/tables/u"), 404);

            RawAnswer registered = await catalog.PostAsync($"/namespaces/{ns}/register", $$"""{"name":"v","metadata-location":"{{committed.MetadataLocation}}"}""");
            registered.Status.ShouldBe(200, registered.Text);
            registered.Text.ShouldBe(committed.Text);
            (await catalog.DeleteAsync($"/namespaces/{ns}/tables/v?purgeRequested=true")).Status.ShouldBe(204);
            (await catalog.DeleteAsync($"/namespaces/{ns}")).Status.ShouldBe(204);
        }
    }

    [Fact]
    public async Task Load_WithTheTagItHas_IsNotModified()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await NamespaceAsync(catalog, "tags");
        RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));
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
        await CommitAsync(catalog, ns, "t", """{"action":"set-properties","updates":{"a":"b"}}""");
        (await LoadAsync(catalog, ns, "", tag)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Planasonix", 204)]
    [InlineData("AIStor", 200)]
    public async Task Transaction_OfTwoTables_IsAllOrNothing(string surface, int status)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await NamespaceAsync(catalog, "tx");
        await catalog.PostAsync($"/namespaces/{ns}/tables", Create("a"));
        await catalog.PostAsync($"/namespaces/{ns}/tables", Create("b"));

        RawAnswer done = await catalog.PostAsync("/transactions/commit", $$"""{"table-changes":[{{Change(ns, "a", "1")}},{{Change(ns, "b", "1")}}]}""");
        RawAnswer missing = await catalog.PostAsync("/transactions/commit", $$"""{"table-changes":[{{Change(ns, "a", "2")}},{{Change(ns, "c", "2")}}]}""");

        done.Status.ShouldBe(status, done.Text);
        done.Text.ShouldBe(catalog.IsAIStor ? "{}" : "");
        RefusalTests.ShouldBeError(missing, 404);
        (await catalog.GetAsync($"/namespaces/{ns}/tables/a")).Metadata.GetProperty("properties").GetProperty("v").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task Errors_OfMissingParents_AreOfTheRightKind()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            string table = catalog.IsAIStor ? "IcebergTableNotFound" : "NoSuchTableException";
            string ns = catalog.IsAIStor ? "IcebergNamespaceNotFound" : "NoSuchNamespaceException";
            string there = await NamespaceAsync(catalog, "parents");
            await catalog.PostAsync($"/namespaces/{there}/tables", Create("t"));

            (await catalog.GetAsync("/namespaces/nowhere/tables/t")).ErrorType.ShouldBe(table);
            (await catalog.GetAsync("/namespaces/nowhere/tables")).ErrorType.ShouldBe(ns);
            (await catalog.PostAsync("/namespaces/nowhere/tables", Create("t"))).ErrorType.ShouldBe(ns);
            (await catalog.PostAsync("/tables/rename", Rename(there, "none", there, "x"))).ErrorType.ShouldBe(table);
            RawAnswer rename = await catalog.PostAsync("/tables/rename", Rename(there, "t", "nowhere", "x"));
            rename.Status.ShouldBe(404);
            rename.ErrorType.ShouldBe("NoSuchNamespaceException");
            (await CommitAsync(catalog, there, "none", """{"action":"set-properties","updates":{"a":"b"}}""")).ErrorType.ShouldBe(table);
        }
    }

    [Fact]
    public async Task Load_OfATableWhoseFileIsGone_SaysWhichFile()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await NamespaceAsync(catalog, "gone");
        RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));
        File.Delete(new Uri(made.MetadataLocation!).LocalPath);

        RawAnswer answer = await catalog.GetAsync($"/namespaces/{ns}/tables/t");

        RefusalTests.ShouldBeError(answer, 404);
        answer.ErrorType.ShouldBe("NotFoundException");
        answer.ErrorMessage.ShouldContain(made.MetadataLocation!);
    }

    [Fact]
    public async Task Commit_WithAnotherTablesIdentifier_IsRefused()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await NamespaceAsync(catalog, "ident");
        await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));

        RawAnswer answer = await catalog.PostAsync($"/namespaces/{ns}/tables/t", Change(ns, "u", "1"));

        RefusalTests.ShouldBeError(answer, 400);
    }

    [Fact]
    public async Task Plus_InATableName_IsFoundWhicheverWayItIsSent()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await NamespaceAsync(catalog, "plus");
        (await catalog.PostAsync($"/namespaces/{ns}/tables", Create("a+b"))).Status.ShouldBe(200);
        (await catalog.PostAsync($"/namespaces/{ns}/tables", Create("c d"))).Status.ShouldBe(200);

        foreach (string raw in (string[])["a+b", "a%2Bb", "c+d", "c%20d"])
        {
            (await catalog.HeadAsync($"/namespaces/{ns}/tables/{raw}")).Status.ShouldBe(204, raw);
        }

        RawAnswer committed = await catalog.PostAsync($"/namespaces/{ns}/tables/a+b", Change(ns, "a+b", "1"), new Dictionary<string, string> { ["Idempotency-Key"] = Guid.CreateVersion7().ToString() });
        committed.Status.ShouldBe(200, committed.Text);
        RawAnswer missing = await catalog.GetAsync($"/namespaces/{ns}/tables/x+y");
        missing.ErrorMessage.ShouldContain("x y");
    }

    [Theory]
    [InlineData("snapshots=some")]
    [InlineData("snapshots=ALL&snapshots=refs")]
    public async Task Load_OfUnknownSnapshots_IsBadRequest(string query)
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await NamespaceAsync(catalog, "query");
        await catalog.PostAsync($"/namespaces/{ns}/tables", Create("t"));

        RefusalTests.ShouldBeError(await catalog.GetAsync($"/namespaces/{ns}/tables/t?{query}"), 400);
        RefusalTests.ShouldBeError(await catalog.DeleteAsync($"/namespaces/{ns}/tables/t?purgeRequested=perhaps"), 400);
    }

    internal static string Create(string name) => $$"""{"name":{{JsonSerializer.Serialize(name)}},"schema":{{Schema}}}""";

    internal static string Change(string ns, string table, string value) =>
        $$$"""{"identifier":{"namespace":["{{{ns}}}"],"name":"{{{table}}}"},"requirements":[],"updates":[{"action":"set-properties","updates":{"v":"{{{value}}}"}}]}""";

    internal static async Task<string> NamespaceAsync(RawCatalog catalog, string name)
    {
        string unique = $"{name}_{Guid.NewGuid():N}"[..(name.Length + 9)];
        (await catalog.PostAsync("/namespaces", new { @namespace = new[] { unique } })).Status.ShouldBe(200);
        return unique;
    }

    internal static Task<RawAnswer> CommitAsync(RawCatalog catalog, string ns, string table, string update) =>
        catalog.PostAsync($"/namespaces/{ns}/tables/{table}", $$"""{"requirements":[],"updates":[{{update}}]}""");

    private static string Rename(string ns, string table, string toNs, string toTable) =>
        $$$"""{"source":{"namespace":["{{{ns}}}"],"name":"{{{table}}}"},"destination":{"namespace":["{{{toNs}}}"],"name":"{{{toTable}}}"}}""";

    private static Task<RawAnswer> LoadAsync(RawCatalog catalog, string ns, string query, string ifNoneMatch) => catalog.SendAsync(
        HttpMethod.Get, $"/namespaces/{ns}/tables/t{query}", headers: new Dictionary<string, string> { ["If-None-Match"] = ifNoneMatch });
}
