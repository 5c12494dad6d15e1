using System.IO.Compression;
using System.Text;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class CommitServiceTests
{
    [Fact]
    public async Task Commit_FailedRequirement_ChangesNothing()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        LoadedTable before = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));

        (await Should.ThrowAsync<CommitConflictException>(() => catalog.Commits.CommitAsync(
            operation, Named("a", "t"), Commit(SetPropertyUpdate("a", "b"), $$"""{"type":"assert-table-uuid","uuid":"{{Guid.NewGuid()}}"}"""))))
            .Message.ShouldStartWith("Requirement failed: UUID does not match");
        (await Should.ThrowAsync<NoSuchTableException>(() => catalog.Commits.CommitAsync(operation, Named("a", "none"), SetProperty("a", "b"))))
            .Message.ShouldBe("Table does not exist: a.none");

        catalog.Tables.Load(operation.Warehouse, Named("a", "t")).MetadataLocation.ShouldBe(before.MetadataLocation);
        Files(before).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_WithoutEffect_WritesNothing()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        LoadedTable first = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("k", "v"));
        LoadedTable second = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("k", "v"));

        second.MetadataLocation.ShouldBe(first.MetadataLocation);
        second.ETag.ShouldBe(first.ETag);
        Files(first).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Commit_WithGzip_PacksTheFileAndServesPlainJson()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        LoadedTable packed = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("write.metadata.compression-codec", "gzip"));

        packed.MetadataLocation!.ShouldEndWith(".gz.metadata.json");
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(PathOf(packed.MetadataLocation!)), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        unpacked.ToArray().ShouldBe(packed.Metadata.ToArray());
        await using var fresh = new CatalogFixture(catalog.Folder);
        fresh.Tables.Load(operation.Warehouse, Named("a", "t")).Metadata.ToArray().ShouldBe(packed.Metadata.ToArray());
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("write.metadata.compression-codec", "zip")));
    }

    [Fact]
    public async Task Commit_WithMetadataPath_WritesThereFromThenOn()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        string path = operation.Warehouse.Location + "/metadata-of-t";
        LoadedTable moved = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("write.metadata.path", path + "/"));
        moved.MetadataLocation!.ShouldStartWith(path + "/00001-");
        LoadedTable next = await catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit("""{"action":"remove-properties","removals":["write.metadata.path"]}"""));
        next.MetadataLocation!.ShouldStartWith(Read(next).Location + "/metadata/00002-");
    }

    [Fact]
    public async Task Commit_SetLocation_MovesMetadataWithIt()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        string to = operation.Warehouse.Location + "/new/place";
        LoadedTable moved = await catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit($$"""{"action":"set-location","location":"{{to}}/"}"""));
        Read(moved).Location.ShouldBe(to);
        LoadedTable next = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("a", "b"));
        next.MetadataLocation!.ShouldStartWith(to + "/metadata/00002-");
    }

    [Fact]
    public async Task Commit_DeleteAfterCommit_DeletesWhatTheLogDrops()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        await catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit(
            SetPropertyUpdate("write.metadata.delete-after-commit.enabled", "true") + "," + SetPropertyUpdate("write.metadata.previous-versions-max", "2")));
        LoadedTable last = null!;
        for (int i = 0; i < 6; i++)
        {
            last = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("i", $"{i}"));
        }

        await catalog.Get<FileFlusher>().FlushAsync();
        Files(last).Select(static file => Path.GetFileName(file)![..5]).Order().ShouldBe(["00005", "00006", "00007"]);
        catalog.Tables.Load(operation.Warehouse, Named("a", "t")).MetadataLocation.ShouldBe(last.MetadataLocation);
    }

    [Fact]
    public async Task Load_FileGone_SaysSoAlsoWhenRemembered()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        LoadedTable table = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));
        File.Delete(PathOf(table.MetadataLocation!));

        Should.Throw<MetadataFileMissingException>(() => catalog.Tables.Load(operation.Warehouse, Named("a", "t"))).Message.ShouldContain(table.MetadataLocation!);
    }

    [Fact]
    public async Task Load_OfRefs_AnswersOtherBytesAndTag()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        LoadedTable all = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));
        LoadedTable refs = catalog.Tables.Load(operation.Warehouse, Named("a", "t"), SnapshotMode.Refs);
        refs.ETag.ShouldNotBe(all.ETag);
        refs.MetadataLocation.ShouldBe(all.MetadataLocation);
    }

    [Fact]
    public async Task Rename_AcrossNamespaces_KeepsUuidAndPlace()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("b"), new Dictionary<string, string>());
        LoadedTable before = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));

        await catalog.Tables.RenameAsync(operation, Named("a", "t"), Named("b", "u"));

        catalog.Tables.Load(operation.Warehouse, Named("b", "u")).MetadataLocation.ShouldBe(before.MetadataLocation);
        catalog.Tables.Exists(operation.Warehouse, Named("a", "t")).ShouldBeFalse();
        LoadedTable again = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        Read(again).Location.ShouldNotBe(Read(before).Location);
        await Should.ThrowAsync<TableAlreadyExistsException>(() => catalog.Tables.RenameAsync(operation, Named("a", "t"), Named("b", "u")));
        await Should.ThrowAsync<NoSuchNamespaceException>(() => catalog.Tables.RenameAsync(operation, Named("a", "t"), Named("c", "u")));
        await Should.ThrowAsync<NoSuchTableException>(() => catalog.Tables.RenameAsync(operation, Named("a", "x"), Named("b", "y")));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RenameAsync(operation, Named("a", "t"), Named("b", "..")));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Tables.RenameAsync(operation with { Rules = SurfaceRules.AIStor }, Named("a", "t"), Named("b", "Upper")));
    }

    [Fact]
    public async Task Transaction_OneTableFails_LeavesAllUntouched()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("u"));
        LoadedTable t = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));

        await Should.ThrowAsync<CommitConflictException>(() => catalog.Commits.TransactAsync(operation,
            [Change("a", "t", SetPropertyUpdate("x", "1")), Change("a", "u", SetPropertyUpdate("x", "1"), """{"type":"assert-current-schema-id","current-schema-id":9}""")]));
        await Should.ThrowAsync<NoSuchTableException>(() => catalog.Commits.TransactAsync(operation,
            [Change("a", "t", SetPropertyUpdate("x", "1")), Change("a", "none", SetPropertyUpdate("x", "1"))]));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.TransactAsync(operation,
            [Change("a", "t", SetPropertyUpdate("x", "1")), Change("a", "t", SetPropertyUpdate("x", "2"))]));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.TransactAsync(operation, [SetProperty("x", "1")]));
        await Should.ThrowAsync<InvalidRequestException>(() => catalog.Commits.TransactAsync(operation, []));
        catalog.Tables.Load(operation.Warehouse, Named("a", "t")).MetadataLocation.ShouldBe(t.MetadataLocation);
        Files(t).Length.ShouldBe(1);

        await catalog.Commits.TransactAsync(operation, [Change("a", "t", SetPropertyUpdate("x", "1")), Change("a", "u", SetPropertyUpdate("x", "2"))]);
        Read(catalog.Tables.Load(operation.Warehouse, Named("a", "t"))).Properties["x"].ShouldBe("1");
        Read(catalog.Tables.Load(operation.Warehouse, Named("a", "u"))).Properties["x"].ShouldBe("2");
    }

    [Fact]
    public async Task Metrics_OfATable_AreKeptAndFound()
    {
        await using CatalogFixture catalog = await WithTable();
        Operation operation = await catalog.OperationAsync();
        await catalog.Tables.RecordMetricsAsync(operation, Named("a", "t"), "scan-report", Encoding.UTF8.GetBytes("""{"n":1}"""));
        await catalog.Tables.RecordMetricsAsync(operation, Named("a", "t"), "commit-report", Encoding.UTF8.GetBytes("""{"n":2}"""));

        IReadOnlyList<MetricReport> reports = catalog.Tables.Metrics(operation.Warehouse, Named("a", "t"));
        reports.Select(static report => report.ReportType).ShouldBe(["commit-report", "scan-report"]);
        Encoding.UTF8.GetString(reports[1].Report.Span).ShouldBe("""{"n":1}""");
        await Should.ThrowAsync<NoSuchTableException>(() => catalog.Tables.RecordMetricsAsync(operation, Named("a", "x"), "scan-report", default));
    }

    private static async Task<CatalogFixture> WithTable()
    {
        var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        return catalog;
    }

    private static string[] Files(LoadedTable table) => Directory.GetFiles(Path.GetDirectoryName(PathOf(table.MetadataLocation!))!);
}
