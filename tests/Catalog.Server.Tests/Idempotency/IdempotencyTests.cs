using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Server.Tests.Tables;
using Catalog.Testing;
using Catalog.Testing.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Server.Tests.Idempotency;

public sealed class IdempotencyTests(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<string> SurfaceNames => ["Planasonix", "AIStor"];

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task Repeated_EveryMutation_ReplaysTheAnswer(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await TableRequests.NamespaceAsync(catalog, "replay");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("kept"));
        string location = (await catalog.GetAsync($"/namespaces/{ns}/tables/kept")).MetadataLocation!;
        (HttpMethod Method, string Target, string? Body)[] calls =
        [
            (HttpMethod.Post, "/namespaces", $$"""{"namespace":["{{ns}}_x"]}"""),
            (HttpMethod.Post, $"/namespaces/{ns}_x/properties", """{"updates":{"a":"b"},"removals":["c"]}"""),
            (HttpMethod.Delete, $"/namespaces/{ns}_x", null),
            (HttpMethod.Post, $"/namespaces/{ns}/tables", TableRequests.Create("t")),
            (HttpMethod.Post, $"/namespaces/{ns}/tables/t", """{"requirements":[],"updates":[{"action":"set-properties","updates":{"a":"b"}}]}"""),
            (HttpMethod.Post, "/transactions/commit", $$"""{"table-changes":[{{TableRequests.Change(ns, "t", "1")}}]}"""),
            (HttpMethod.Post, "/tables/rename", $$$"""{"source":{"namespace":["{{{ns}}}"],"name":"t"},"destination":{"namespace":["{{{ns}}}"],"name":"u"}}"""),
            (HttpMethod.Post, $"/namespaces/{ns}/tables/u/metrics", """{"report-type":"scan-report"}"""),
            (HttpMethod.Post, $"/namespaces/{ns}/register", $$"""{"name":"kept","metadata-location":"{{location}}","overwrite":true}"""),
            (HttpMethod.Delete, $"/namespaces/{ns}/tables/u?purgeRequested=true", null),
        ];
        foreach ((HttpMethod method, string target, string? body) in calls)
        {
            Dictionary<string, string> key = Key();

            RawAnswer first = await catalog.SendAsync(method, target, body, key);
            RawAnswer second = await catalog.SendAsync(method, target, body, key);

            first.Status.ShouldBeInRange(200, 204, $"{method} {target}: {first.Text}");
            second.Status.ShouldBe(first.Status, target);
            second.Text.ShouldBe(first.Text);
            second.Headers.ETag.ShouldBe(first.Headers.ETag);
        }
    }

    [Fact]
    public async Task Repeated_Warehouse_ReplaysTheAnswer()
    {
        string name = "w" + Guid.NewGuid().ToString("N")[..10];
        foreach ((HttpMethod method, string target, string? body) in ((HttpMethod, string, string?)[])
            [(HttpMethod.Post, "/_iceberg/v1/warehouses", $$"""{"name":"{{name}}"}"""), (HttpMethod.Delete, $"/_iceberg/v1/warehouses/{name}", null)])
        {
            Dictionary<string, string> key = Key();
            byte[]? bytes = body is null ? null : System.Text.Encoding.UTF8.GetBytes(body);

            RawAnswer first = await server.AIStor.SendRawAsync(method, target, bytes, "application/json", key);
            RawAnswer second = await server.AIStor.SendRawAsync(method, target, bytes, "application/json", key);

            first.Status.ShouldBeInRange(200, 204, first.Text);
            second.Status.ShouldBe(first.Status);
            second.Text.ShouldBe(first.Text);
        }
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task Repeated_Refusal_IsReplayedEvenWhenItWouldSucceedNow(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await TableRequests.NamespaceAsync(catalog, "refused");
        Dictionary<string, string> key = Key();
        RawAnswer first = await catalog.SendAsync(HttpMethod.Delete, $"/namespaces/{ns}/tables/t", headers: key);
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));

        RawAnswer second = await catalog.SendAsync(HttpMethod.Delete, $"/namespaces/{ns}/tables/t", headers: key);

        RefusalTests.ShouldBeError(first, 404);
        second.Text.ShouldBe(first.Text);
        (await catalog.HeadAsync($"/namespaces/{ns}/tables/t")).Status.ShouldBe(catalog.IsAIStor ? 200 : 204);
    }

    [Theory]
    [MemberData(nameof(SurfaceNames))]
    public async Task SameKey_OtherRequest_IsUnprocessable(string surface)
    {
        RawCatalog catalog = server.Surface(surface);
        string ns = await TableRequests.NamespaceAsync(catalog, "reused");
        Dictionary<string, string> key = Key();
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("a"), key);

        RawAnswer otherBody = await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("b"), key);
        RawAnswer otherPath = await catalog.SendAsync(HttpMethod.Delete, $"/namespaces/{ns}/tables/a?purgeRequested=false", headers: key);
        RawAnswer otherQuery = await catalog.PostAsync($"/namespaces/{ns}/tables?x=y", TableRequests.Create("a"), key);

        foreach (RawAnswer answer in (RawAnswer[])[otherBody, otherPath, otherQuery])
        {
            RefusalTests.ShouldBeError(answer, 422);
        }

        (await catalog.HeadAsync($"/namespaces/{ns}/tables/b")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-uuid")]
    [InlineData("{0198b2f2-7b5c-7000-8000-000000000000}")]
    [InlineData("0198b2f27b5c70008000000000000000")]
    public async Task Key_ThatIsNoUuid_IsBadRequest(string key)
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            RawAnswer answer = await catalog.PostAsync(
                "/namespaces", """{"namespace":["nokey"]}""", new Dictionary<string, string> { ["Idempotency-Key"] = key });

            RefusalTests.ShouldBeError(answer, 400);
            (await catalog.HeadAsync("/namespaces/nokey")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task SameKey_OtherOrganisation_RunsItsOwn()
    {
        Organisation other = await server.Services.GetRequiredService<Organisations>().CreateAsync("second", OrganisationTier.Enterprise, "main", TestContext.Current.CancellationToken);
        IssuedApiKey issued = await server.Services.GetRequiredService<ApiKeys>().CreateAsync(other, "test", canWrite: true, cancellationToken: TestContext.Current.CancellationToken);
        using RawCatalog second = RawCatalog.Planasonix(server.Address, issued.Text);
        Dictionary<string, string> key = Key();

        RawAnswer mine = await server.Planasonix.PostAsync("/namespaces", """{"namespace":["org_one"]}""", key);
        RawAnswer theirs = await second.PostAsync("/namespaces", """{"namespace":["org_two"]}""", key);

        mine.Status.ShouldBe(200);
        theirs.Status.ShouldBe(200, theirs.Text);
    }

    [Fact]
    public async Task ManyAtOnce_WithOneKey_HappenOnce()
    {
        RawCatalog catalog = server.Planasonix;
        string ns = await TableRequests.NamespaceAsync(catalog, "crowd");
        await catalog.PostAsync($"/namespaces/{ns}/tables", TableRequests.Create("t"));
        Dictionary<string, string> key = Key();

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            catalog.PostAsync($"/namespaces/{ns}/tables/t", """{"requirements":[],"updates":[{"action":"set-properties","updates":{"a":"b"}}]}""", key)));

        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.MetadataLocation).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Repeated_AfterAKill_ReplaysTheAnswer()
    {
        await using ServerProcess process = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using RawCatalog catalog = RawCatalog.Planasonix(process.BaseAddress, process.PlanasonixKey);
        await catalog.PostAsync("/namespaces", """{"namespace":["n"]}""");
        Dictionary<string, string> key = Key();
        RawAnswer first = await catalog.PostAsync("/namespaces/n/tables", TableRequests.Create("t"), key);
        process.Kill();
        await process.StartAgainAsync(TestContext.Current.CancellationToken);

        RawAnswer second = await catalog.PostAsync("/namespaces/n/tables", TableRequests.Create("t"), key);
        RawAnswer other = await catalog.PostAsync("/namespaces/n/tables", TableRequests.Create("u"), key);

        first.Status.ShouldBe(200);
        second.Text.ShouldBe(first.Text);
        RefusalTests.ShouldBeError(other, 422);
    }

    private static Dictionary<string, string> Key() => new() { ["Idempotency-Key"] = Guid.CreateVersion7().ToString() };
}
