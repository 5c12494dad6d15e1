using Catalog.Iceberg;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

/// <summary>AIStor's <c>append</c>: the catalog makes the snapshot out of a manifest list.</summary>
public sealed class AppendTests
{
    [Fact]
    public async Task Append_OfAManifestList_MakesASnapshot()
    {
        await using var catalog = new CatalogFixture();
        (Operation operation, string place) = await Prepared(catalog);
        AvroFiles.WriteList(PathOf(place) + "/metadata/one.avro", 1, place + "/metadata/m1.avro");

        LoadedTable table = await catalog.Commits.CommitAsync(operation, Named("a", "t"), Append(place + "/metadata/one.avro"));

        TableMetadata metadata = Read(table);
        metadata.CurrentSnapshotId.ShouldNotBeNull();
        metadata.Snapshots.ShouldHaveSingleItem().ManifestList.ShouldBe(place + "/metadata/one.avro");
        metadata.Refs["main"].SnapshotId.ShouldBe(metadata.CurrentSnapshotId.Value);
    }

    [Theory]
    [InlineData("{place}/metadata/none.avro")]
    [InlineData("{place}/metadata/corrupt.avro")]
    [InlineData("file:///etc/passwd")]
    [InlineData("s3://bucket/list.avro")]
    [InlineData("{place}/../../../catalog.db")]
    public async Task Append_OfAnythingElse_IsRefused(string list)
    {
        await using var catalog = new CatalogFixture();
        (Operation operation, string place) = await Prepared(catalog);
        File.WriteAllText(PathOf(place) + "/metadata/corrupt.avro", "Obj\u0001 not really");

        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), Append(list.Replace("{place}", place))));
        Read(catalog.Tables.Load(operation.Warehouse, Named("a", "t"))).Snapshots.ShouldBeEmpty();
    }

    private static CommitTableRequest Append(string list) => Commit($$"""{"action":"append","manifest-list":"{{list}}"}""");

    private static async Task<(Operation Operation, string Place)> Prepared(CatalogFixture catalog)
    {
        Operation operation = await catalog.OperationAsync(SurfaceRules.AIStor);
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        return (operation, Read(await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"))).Location);
    }
}
