using Catalog.OpenApi.Join;
using Catalog.Testing;

namespace Catalog.Contract.Tests.Documents;

public sealed class JoinTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "openapi");

    [Fact]
    public async Task CatalogJson_JoinedAgain_IsTheSame()
    {
        string committed = await File.ReadAllTextAsync(Path.Combine(Folder, "catalog.json"), TestContext.Current.CancellationToken);

        string joined = await ContractDocuments.JoinAsync(Folder);

        joined.ShouldBe(committed, "openapi/catalog.json is stale: dotnet run --project openapi/Catalog.OpenApi.Join -- generate");
    }

    [Fact]
    public async Task Join_TwoDocumentsWithOneName_IsRefused()
    {
        using TemporaryFolder copy = new();
        foreach (string name in ContractDocuments.Names)
        {
            string text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".yaml"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(copy.Path, name + ".yaml"),
                text.Replace("    OAuthError:", "    ErrorModel:", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }

        InvalidDataException refusal = await Should.ThrowAsync<InvalidDataException>(() => ContractDocuments.JoinAsync(copy.Path));

        refusal.Message.ShouldContain("ErrorModel");
    }

    [Fact]
    public async Task Join_ReferenceToNothing_IsRefused()
    {
        using TemporaryFolder copy = new();
        foreach (string name in ContractDocuments.Names)
        {
            string text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".yaml"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(copy.Path, name + ".yaml"),
                text.Replace("schemas/SortField'", "schemas/NoSuchField'", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }

        await Should.ThrowAsync<InvalidDataException>(() => ContractDocuments.JoinAsync(copy.Path));
    }
}
