using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Tables;

public sealed class TableEndpointTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Life_OfATable_OnBothSurfaces()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            string ns = await TableRequests.NamespaceAsync(catalog, "life");
            RawAnswer made = await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
            made.Status.ShouldBe(200, made.Text);
            made.MetadataLocation.ShouldNotBeNull();
            made.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["metadata-location", "metadata", "config"]);

            RawAnswer loaded = await catalog.GetAsync($"/namespaces/{ns}/tables/t");
            loaded.Text.ShouldBe(made.Text);
            loaded.Headers.ETag.ShouldBe(made.Headers.ETag);

            (await catalog.HeadAsync($"/namespaces/{ns}/tables/t")).Status.ShouldBe(catalog.IsAIStor ? 200 : 204);
            (await catalog.HeadAsync($"/namespaces/{ns}/tables/u")).Status.ShouldBe(404);
            (await catalog.GetAsync($"/namespaces/{ns}/tables")).Text.ShouldBe($$"""{"identifiers":[{"namespace":["{{ns}}"],"name":"t"}]}""");

            RawAnswer again = await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
            RefusalTests.ShouldBeError(again, 409);
            again.ErrorType.ShouldBe(catalog.IsAIStor ? "IcebergTableAlreadyExists" : "AlreadyExistsException");

            RawAnswer committed = await TableRequests.CommitAsync(catalog, ns, "t", """{"action":"set-properties","updates":{"a":"b"}}""");
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

    [Theory]
    [InlineData("Planasonix", 204)]
    [InlineData("AIStor", 200)]
    public async Task Transaction_OfTwoTables_IsAllOrNothing(string surface, int status)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await TableRequests.NamespaceAsync(catalog, "tx");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("a"));
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("b"));

        RawAnswer done = await catalog.PostAsync("/transactions/commit", $$"""{"table-changes":[{{TableRequests.Change(ns, "a", "1")}},{{TableRequests.Change(ns, "b", "1")}}]}""");
        RawAnswer missing = await catalog.PostAsync("/transactions/commit", $$"""{"table-changes":[{{TableRequests.Change(ns, "a", "2")}},{{TableRequests.Change(ns, "c", "2")}}]}""");

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
            string there = await TableRequests.NamespaceAsync(catalog, "parents");
            await catalog.PostAsync($"/namespaces/{there}/tables", TableRequests.Create("t"));

            (await catalog.GetAsync("/namespaces/nowhere/tables/t")).ErrorType.ShouldBe(table);
            (await catalog.GetAsync("/namespaces/nowhere/tables")).ErrorType.ShouldBe(ns);
            (await catalog.PostAsync("/namespaces/nowhere/tables", TableRequests.Create("t"))).ErrorType.ShouldBe(ns);
            (await catalog.PostAsync("/tables/rename", Rename(there, "none", there, "x"))).ErrorType.ShouldBe(table);
            RawAnswer rename = await catalog.PostAsync("/tables/rename", Rename(there, "t", "nowhere", "x"));
            rename.Status.ShouldBe(404);
            rename.ErrorType.ShouldBe("NoSuchNamespaceException");
            (await TableRequests.CommitAsync(catalog, there, "none", """{"action":"set-properties","updates":{"a":"b"}}""")).ErrorType.ShouldBe(table);
        }
    }

    [Fact]
    public async Task Commit_WithAnotherTablesIdentifier_IsRefused()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "ident");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));

        RawAnswer answer = await catalog.PostAsync($"/namespaces/{ns}/tables/t", TableRequests.Change(ns, "u", "1"));

        RefusalTests.ShouldBeError(answer, 400);
    }

    [Fact]
    public async Task Plus_InATableName_IsFoundWhicheverWayItIsSent()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "plus");
        (await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("a+b"))).Status.ShouldBe(200);
        (await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("c d"))).Status.ShouldBe(200);

        foreach (string raw in (string[])["a+b", "a%2Bb", "c+d", "c%20d"])
        {
            (await catalog.HeadAsync($"/namespaces/{ns}/tables/{raw}")).Status.ShouldBe(204, raw);
        }

        RawAnswer committed = await catalog.PostAsync($"/namespaces/{ns}/tables/a+b", TableRequests.Change(ns, "a+b", "1"), new Dictionary<string, string> { ["Idempotency-Key"] = Guid.CreateVersion7().ToString() });
        committed.Status.ShouldBe(200, committed.Text);
        RawAnswer missing = await catalog.GetAsync($"/namespaces/{ns}/tables/x+y");
        missing.ErrorMessage.ShouldContain("x y");
    }

    private static string Rename(string ns, string table, string toNs, string toTable) =>
        $$$"""{"source":{"namespace":["{{{ns}}}"],"name":"{{{table}}}"},"destination":{"namespace":["{{{toNs}}}"],"name":"{{{toTable}}}"}}""";
}
