using System.Diagnostics;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

public sealed class PurgeTests
{
    private int _snapshots;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drop_WithPurge_RemovesWhatManifestsNameAndNothingElse(bool aistor)
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, aistor ? SurfaceRules.AIStor : SurfaceRules.Planasonix);
        string root = PathOf(operation.Warehouse.Location);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string place = PathOf(Read(table).Location);
        string outside = Touch($"{root}/elsewhere/outside.parquet");
        string stranger = Touch($"{place}/data/stranger.parquet");
        string notes = Touch($"{root}/notes.txt");
        await Append(catalog, operation, "t", place, Touch($"{place}/data/p=1/1.parquet"), outside);
        await Append(catalog, operation, "t", place, Touch($"{place}/data/p=2/2.parquet"), Touch($"{place}/data/deletes.parquet"));
        await catalog.Commits.CommitAsync(operation, Named("a", "t"), Commit(Statistics(Touch($"{place}/metadata/s.puffin"))));

        await catalog.Tables.DropAsync(operation, Named("a", "t"), purge: true);
        File.Exists(outside).ShouldBeTrue("the drop itself only leaves a job");
        (await catalog.Get<JobRunner>().RunNextAsync(default)).ShouldBeTrue();

        Files(root).ShouldBe([stranger, notes], ignoreOrder: true);
        Directory.Exists($"{place}/data/p=1").ShouldBeFalse();
        await catalog.Get<FileFlusher>().FlushAsync();
        catalog.Get<FileRepair>().Run();
        Files(root).ShouldBe([stranger, notes], ignoreOrder: true, "no start puts back what was purged");
        (await catalog.Get<JobRunner>().RunNextAsync(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Drop_WithoutPurge_KeepsEverything()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await catalog.Tables.DropAsync(operation, Named("a", "t"));
        (await catalog.Get<JobRunner>().RunNextAsync(default)).ShouldBeFalse();
        File.Exists(PathOf(table.MetadataLocation!)).ShouldBeTrue();
    }

    [Fact]
    public async Task Purge_WhileTheServerRuns_TakesSeconds()
    {
        await using CatalogFixture catalog = await new CatalogFixture().StartAsync();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await catalog.Tables.DropAsync(operation, Named("a", "t"), purge: true);

        long started = Stopwatch.GetTimestamp();
        while (File.Exists(PathOf(table.MetadataLocation!)) && Stopwatch.GetElapsedTime(started).TotalSeconds < 10)
        {
            await Task.Delay(20);
        }

        File.Exists(PathOf(table.MetadataLocation!)).ShouldBeFalse();
    }

    [Fact]
    public async Task Purge_OfManyTablesAtOnce_TakesSeconds()
    {
        await using CatalogFixture catalog = await new CatalogFixture().StartAsync();
        Operation operation = await Prepared(catalog);
        string[] names = [.. Enumerable.Range(0, 100).Select(static i => $"t{i}")];
        await Task.WhenAll(names.Select(name => catalog.Tables.CreateAsync(operation, Ns("a"), Create(name))));
        await Task.WhenAll(names.Select(name => catalog.Tables.DropAsync(operation, Named("a", name), purge: true)));

        long started = Stopwatch.GetTimestamp();
        while (Files(PathOf(operation.Warehouse.Location)).Length > 0 && Stopwatch.GetElapsedTime(started).TotalSeconds < 10)
        {
            await Task.Delay(20);
        }

        Files(PathOf(operation.Warehouse.Location)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Purge_OfAServerThatDied_IsDoneByTheNext()
    {
        await using var dead = new CatalogFixture();
        Operation operation = await Prepared(dead);
        LoadedTable table = await dead.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await dead.Tables.DropAsync(operation, Named("a", "t"), purge: true);

        await using var next = new CatalogFixture(dead.Folder);
        (await next.Get<JobRunner>().RunNextAsync(default)).ShouldBeTrue();
        File.Exists(PathOf(table.MetadataLocation!)).ShouldBeFalse();
    }

    [Fact]
    public async Task Purge_PathsOutOfBounds_AreLeftAlone()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        Operation other = await catalog.OperationAsync(warehouse: "other");
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string place = PathOf(Read(table).Location);
        string root = PathOf(operation.Warehouse.Location);
        string foreign = Touch($"{PathOf(other.Warehouse.Location)}/x.parquet");
        string beyond = Touch($"{catalog.Folder}/outside.parquet");
        Directory.CreateDirectory($"{root}/links");
        Directory.CreateSymbolicLink($"{root}/links/out", catalog.Folder);
        await Append(catalog, operation, "t", place, foreign, beyond, $"{root}/links/out/outside.parquet", $"{root}/../other/x.parquet", $"{catalog.Folder}/data/catalog.db", "s3://bucket/x");

        await Purge(catalog, operation, "t");

        File.Exists(foreign).ShouldBeTrue();
        File.Exists(beyond).ShouldBeTrue();
        File.Exists($"{catalog.Folder}/data/catalog.db").ShouldBeTrue();
        File.Exists(PathOf(table.MetadataLocation!)).ShouldBeFalse();
    }

    [Fact]
    public async Task Purge_FilesAtAnotherTablesPlace_AreLeftAlone()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable victim = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("victim"));
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string data = Touch($"{PathOf(Read(victim).Location)}/data/1.parquet");
        await Append(catalog, operation, "t", PathOf(Read(table).Location), data, PathOf(victim.MetadataLocation!));

        await Purge(catalog, operation, "t");

        File.Exists(data).ShouldBeTrue();
        catalog.Tables.Load(operation.Warehouse, Named("a", "victim")).MetadataLocation.ShouldBe(victim.MetadataLocation);
    }

    [Fact]
    public async Task Purge_OfATableRegisteredTwice_KeepsTheOther()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog, SurfaceRules.AIStor);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        await catalog.Tables.RegisterAsync(operation, Named("a", "again"), table.MetadataLocation!);

        await Purge(catalog, operation, "t");
        catalog.Tables.Load(operation.Warehouse, Named("a", "again")).MetadataLocation.ShouldBe(table.MetadataLocation);
    }

    [Fact]
    public async Task Purge_UnreadableManifests_RemovesTheRest()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        string place = PathOf(Read(table).Location);
        string list = $"{place}/metadata/bad.avro";
        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        File.WriteAllText(list, "no avro");
        await AddSnapshot(catalog, operation, "t", list);
        string good = Touch($"{place}/data/1.parquet");
        await Append(catalog, operation, "t", place, good);

        await Purge(catalog, operation, "t");

        Files(PathOf(operation.Warehouse.Location)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Purge_MetadataGoneAlready_IsDoneAllTheSame()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        LoadedTable table = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        File.Delete(PathOf(table.MetadataLocation!));
        await using var fresh = new CatalogFixture(catalog.Folder);
        await Purge(fresh, operation, "t");
        (await fresh.Get<JobRunner>().RunNextAsync(default)).ShouldBeFalse();
    }

    private static async Task Purge(CatalogFixture catalog, Operation operation, string table)
    {
        await catalog.Tables.DropAsync(operation, Named("a", table), purge: true);
        (await catalog.Get<JobRunner>().RunNextAsync(default)).ShouldBeTrue();
    }

    private async Task Append(CatalogFixture catalog, Operation operation, string table, string place, params string[] files)
    {
        int number = ++_snapshots;
        string manifest = $"{place}/metadata/m{number}.avro";
        string list = $"{place}/metadata/snap-{number}.avro";
        AvroFiles.WriteManifest(manifest, [.. files.Select(static file => file.Contains(':') ? file : "file://" + file)]);
        AvroFiles.WriteList(list, "file://" + manifest);
        await AddSnapshot(catalog, operation, table, list);
    }

    private async Task AddSnapshot(CatalogFixture catalog, Operation operation, string table, string list)
    {
        long id = 1000 + ++_snapshots;
        await catalog.Commits.CommitAsync(operation, Named("a", table), Commit(
            $$$"""
            {"action":"add-snapshot","snapshot":{"snapshot-id":{{{id}}},"sequence-number":{{{id}}},"timestamp-ms":{{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}},
             "manifest-list":"file://{{{list}}}","summary":{"operation":"append"},"schema-id":0}},
            {"action":"set-snapshot-ref","ref-name":"main","type":"branch","snapshot-id":{{{id}}}}
            """));
    }

    private string Statistics(string path) => $$$"""
        {"action":"set-statistics","statistics":{"snapshot-id":{{{1000 + _snapshots}}},"statistics-path":"file://{{{path}}}","file-size-in-bytes":1,"file-footer-size-in-bytes":1,"blob-metadata":[]}}
        """;

    private static string Touch(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "x");
        return path;
    }

    private static string[] Files(string root) => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    private static async Task<Operation> Prepared(CatalogFixture catalog, SurfaceRules? rules = null)
    {
        Operation operation = await catalog.OperationAsync(rules);
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        return operation;
    }
}
