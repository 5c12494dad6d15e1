using Catalog.Server.Contract;
using Catalog.Server.Tests.Running;
using Catalog.Testing;

namespace Catalog.Server.Tests.Contract;

public sealed class ServedDocumentTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Documents_AreThoseOfTheRepository()
    {
        using HttpClient client = new() { BaseAddress = server.Address };
        ContractEndpoints.Names.ShouldBe(["aistor-tables.yaml", "catalog.json", "iceberg.yaml", "planasonix.yaml"], ignoreOrder: true);
        foreach (string name in ContractEndpoints.Names)
        {
            byte[] served = await client.GetByteArrayAsync(new Uri("/openapi/" + name, UriKind.Relative), TestContext.Current.CancellationToken);

            served.ShouldBe(await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "openapi", name), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/docs")]
    public async Task Docs_NeedNothingFromElsewhere(string path)
    {
        using HttpClient client = new() { BaseAddress = server.Address };

        string page = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        page.ShouldContain("openapi/catalog.json");
        page.ShouldNotContain("https://");
        page.ShouldNotContain("http://");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_NeedsNoCredential(string path)
    {
        using HttpClient client = new() { BaseAddress = server.Address };

        string answer = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.ShouldBe("""{"status":"healthy"}""");
    }
}
