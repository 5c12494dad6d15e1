using Catalog.OpenApi.Join;
using Catalog.Testing;

namespace Catalog.Contract.Tests.Server;

public sealed class ServedDocumentTests(InMemoryCatalog catalog) : IClassFixture<InMemoryCatalog>
{
    public static TheoryData<string> Documents => [.. ContractDocuments.Names.Select(name => name + ".yaml"), "catalog.json"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Document_Each_IsServedAsItIsInTheRepository(string name)
    {
        using HttpClient client = new(catalog.CreateHandler()) { BaseAddress = catalog.Address };

        string served = await client.GetStringAsync(new Uri("/openapi/" + name, UriKind.Relative), TestContext.Current.CancellationToken);

        served.ShouldBe(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "openapi", name), TestContext.Current.CancellationToken));
    }
}
