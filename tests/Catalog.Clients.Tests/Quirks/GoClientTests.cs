using Catalog.Clients.Tests.JavaKit;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.Quirks;

/// <summary>What iceberg-go sends: a page size without a token, a raw plus that means a plus, delegation on every call.</summary>
public sealed class GoClientTests(KitServer server) : KitTest(server)
{
    private static readonly Dictionary<string, string> Delegation = new() { ["X-Iceberg-Access-Delegation"] = "vended-credentials" };

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Lists_PageSizeAndNoToken_CanBeFollowedToTheEnd(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        for (int i = 0; i < 5; i++)
        {
            await client.NewTableAsync(name, $"table{i}");
        }

        string path = $"{JavaClient.NamespacePath(name)}/tables?pageSize=2";
        HashSet<string> seen = [];
        string? token = null;
        do
        {
            RawAnswer page = await client.Raw.SendAsync(HttpMethod.Get, token is null ? path : $"{path}&pageToken={Uri.EscapeDataString(token)}", headers: Delegation);
            MustSucceed(page);
            foreach (System.Text.Json.JsonElement identifier in page.Json.GetProperty("identifiers").EnumerateArray())
            {
                seen.Add(identifier.GetProperty("name").GetString()!).ShouldBeTrue();
            }

            token = page.Json.TryGetProperty("next-page-token", out System.Text.Json.JsonElement next) ? next.GetString() : null;
            token.ShouldNotBe("", "iceberg-rust would loop for ever");
        }
        while (token is not null);
        seen.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Paths_RawPlus_IsASpaceAndElseAPlus()
    {
        JavaClient client = Open(Planasonix);
        string name = Fresh(Planasonix);
        MustSucceed(await client.CreateNamespaceAsync([name]));
        await client.NewTableAsync(name, "a+b");
        MustSucceed(await client.Raw.GetAsync($"/namespaces/{name}/tables/a+b"));
        JavaTable spaced = await client.NewTableAsync(name, "a b");
        RawAnswer answer = await client.Raw.GetAsync($"/namespaces/{name}/tables/a+b");
        answer.Metadata.GetProperty("table-uuid").GetString().ShouldBe(spaced.Uuid);
        MustSucceed(await client.Raw.GetAsync($"/namespaces/{name}/tables/a%2Bb"));
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task Conflicts_SayRequirementFailed(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        await client.NewTableAsync(name, "tbl");
        RawAnswer answer = await client.Raw.PostAsync(JavaClient.TablePath(name, "tbl"), """{"requirements":[{"type":"assert-current-schema-id","current-schema-id":9}],"updates":[]}""", Delegation);
        MustRefuse(answer, 409, "CommitFailedException", "Requirement failed");
    }

    [Theory]
    [InlineData(Planasonix)]
    [InlineData(AIStor)]
    public async Task DefaultLocation_IsPlainAscii(string surface)
    {
        (JavaClient client, string name) = await OpenWithNamespaceAsync(surface);
        JavaTable table = await client.NewTableAsync(name, surface == Planasonix ? "ünï # ? %41 x" : "plain");
        table.Location.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || "/:._-".Contains(c, StringComparison.Ordinal));
    }
}
