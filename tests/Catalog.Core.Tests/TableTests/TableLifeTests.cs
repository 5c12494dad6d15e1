using System.Text;

using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class TableLifeTests
{
    [Fact]
    public async Task CreateLoadCommit_OnPlanasonix_EachVersionIsAFile()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());

        LoadedTable created = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        LoadedTable committed = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("k", "v"));
        LoadedTable loaded = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));

        loaded.MetadataLocation.ShouldBe(committed.MetadataLocation);
        loaded.ETag.ShouldNotBe(created.ETag);
        Read(loaded).Properties["k"].ShouldBe("v");
        Read(loaded).MetadataLog.ShouldHaveSingleItem().MetadataFile.ShouldBe(created.MetadataLocation);
        File.ReadAllBytes(PathOf(loaded.MetadataLocation!)).ShouldBe(loaded.Metadata.ToArray());
        Path.GetFileName(created.MetadataLocation!).ShouldStartWith("00000-");
        Path.GetFileName(committed.MetadataLocation!).ShouldStartWith("00001-");
        Encoding.UTF8.GetString(created.Metadata.Span).ShouldStartWith("{");
    }
}
