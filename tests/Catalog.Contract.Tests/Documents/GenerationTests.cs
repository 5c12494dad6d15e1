using Catalog.OpenApi.Join;
using Catalog.Testing;

namespace Catalog.Contract.Tests.Documents;

public sealed class GenerationTests
{
    [Fact]
    public async Task GeneratedClient_GeneratedAgain_IsTheSame()
    {
        // The lock file names the description relative to the output, so the copy keeps the repository's layout.
        using TemporaryFolder copy = new();
        string description = Path.Combine(copy.Path, "openapi", "catalog.json");
        string output = Path.Combine(copy.Path, "sdk", "Catalog.Sdk", "Generated");
        Directory.CreateDirectory(Path.GetDirectoryName(description)!);
        Directory.CreateDirectory(output);
        File.Copy(Path.Combine(SourceTree.Root, "openapi", "catalog.json"), description);

        await ClientGenerator.GenerateAsync(SourceTree.Root, description, output);

        Dictionary<string, string> generated = Read(output);
        Dictionary<string, string> committed = Read(Path.Combine(SourceTree.Root, "sdk", "Catalog.Sdk", "Generated"));
        generated.Count.ShouldBeGreaterThan(50);
        generated.Keys.Order().ShouldBe(committed.Keys.Order(), "the generated files are stale");
        generated.Where(file => committed[file.Key] != file.Value).Select(file => file.Key).ShouldBeEmpty("these generated files are stale");
    }

    [Fact]
    public async Task Generate_ContractThatKiotaWarnsAbout_Fails()
    {
        using TemporaryFolder copy = new();
        string description = Path.Combine(copy.Path, "catalog.json");
        string text = await File.ReadAllTextAsync(
            Path.Combine(SourceTree.Root, "openapi", "catalog.json"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            description, text.Replace("\"servers\"", "\"x-servers\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await Should.ThrowAsync<InvalidOperationException>(
            () => ClientGenerator.GenerateAsync(SourceTree.Root, description, Path.Combine(copy.Path, "out")));
    }

    private static Dictionary<string, string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) != ".kiota.log")
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
}
