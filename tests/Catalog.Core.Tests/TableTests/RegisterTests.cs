using System.IO.Compression;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class RegisterTests
{
    [Fact]
    public async Task Register_AFileOfADroppedTable_BringsItBack()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await catalog.Tables.DropAsync(operation, Named("a", "t"), purge: false);

        LoadedTable back = await catalog.Tables.RegisterAsync(operation, Named("a", "u"), table.MetadataLocation!);
        back.Metadata.ToArray().ShouldBe(table.Metadata.ToArray());
        LoadedTable next = await catalog.Commits.CommitAsync(operation, Named("a", "u"), SetProperty("k", "v"));
        Path.GetFileName(next.MetadataLocation!).ShouldStartWith("00001-");
        Read(next).TableUuid.ShouldBe(Read(table).TableUuid);
        await Should.ThrowAsync<TableAlreadyExistsException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), table.MetadataLocation!));
        LoadedTable overwritten = await catalog.Tables.RegisterAsync(operation, Named("a", "u"), table.MetadataLocation!, overwrite: true);
        catalog.Tables.Load(operation.Warehouse, Named("a", "u")).MetadataLocation.ShouldBe(overwritten.MetadataLocation);
    }

    [Fact]
    public async Task Register_PackedFileOfAForeignName_IsRead()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string location = operation.Warehouse.Location + "/import/v7.gz.metadata.json";
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(location))!);
        using (var gzip = new GZipStream(File.Create(PathOf(location)), CompressionLevel.Fastest))
        {
            gzip.Write(table.Metadata.Span);
        }

        LoadedTable registered = await catalog.Tables.RegisterAsync(operation, Named("a", "u"), location);
        registered.Metadata.ToArray().ShouldBe(table.Metadata.ToArray());
        Path.GetFileName((await catalog.Commits.CommitAsync(operation, Named("a", "u"), SetProperty("k", "v"))).MetadataLocation!).ShouldStartWith("00008-");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Register_WhatIsNoMetadata_IsRefused(string content)
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        string location = operation.Warehouse.Location + "/x.metadata.json";
        File.WriteAllText(PathOf(location), content);

        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), location));
        await Should.ThrowAsync<MetadataFileMissingException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), operation.Warehouse.Location + "/none.metadata.json"));
        await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Tables.RegisterAsync(operation, Named("z", "u"), location));
        catalog.Tables.Exists(operation.Warehouse, Named("a", "u")).ShouldBeFalse();
    }

    [Fact]
    public async Task Register_FileThatUnpacksTooLarge_IsRefused()
    {
        await using var catalog = new CatalogFixture(configure: static options => options with { MaxMetadataBytes = 100_000 });
        Operation operation = await Prepared(catalog);
        string location = operation.Warehouse.Location + "/bomb.metadata.json";
        using (var gzip = new GZipStream(File.Create(PathOf(location)), CompressionLevel.Optimal))
        {
            gzip.Write(new byte[10_000_000]);
        }

        new FileInfo(PathOf(location)).Length.ShouldBeLessThan(100_000);
        (await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), location))).Message.ShouldContain("larger");
    }

    [Fact]
    public async Task Register_MetadataThatPointsElsewhere_IsRefused()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string text = System.Text.Encoding.UTF8.GetString(table.Metadata.Span);
        foreach (string altered in (string[])[
            text.Replace(Read(table).Location, "file:///etc/secret"), text.Replace("\"properties\":{", "\"properties\":{\"write.metadata.path\":\"file:///etc/secret\"")])
        {
            altered.ShouldContain("/etc/secret");
            string location = operation.Warehouse.Location + $"/{Guid.NewGuid()}.metadata.json";
            File.WriteAllText(PathOf(location), altered);
            await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RegisterAsync(operation, Named("a", "u"), location));
        }
    }

    private static async Task<Operation> Prepared(CatalogFixture catalog)
    {
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        return operation;
    }
}
