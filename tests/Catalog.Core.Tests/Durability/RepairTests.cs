using Catalog.Persistence.Rows;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

/// <summary>What a power cut does to files that were not synced: gone, empty, short or full of zeros.</summary>
public sealed class RepairTests
{
    [Theory]
    [InlineData("gone")]
    [InlineData("folder gone")]
    [InlineData("empty")]
    [InlineData("short")]
    [InlineData("zeros")]
    [InlineData("longer")]
    public async Task Start_AfterAPowerCut_PutsFilesBack(string damage)
    {
        await using var before = new CatalogFixture();
        Operation operation = await before.OperationAsync();
        await before.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        LoadedTable created = await before.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        LoadedTable committed = await before.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("write.metadata.compression-codec", "gzip"));
        foreach (LoadedTable table in (LoadedTable[])[created, committed])
        {
            Damage(PathOf(table.MetadataLocation!), damage);
        }

        await using CatalogFixture after = await new CatalogFixture(before.Folder).StartAsync();

        LoadedTable loaded = after.Tables.Load(operation.Warehouse, Named("a", "t"));
        loaded.Metadata.ToArray().ShouldBe(committed.Metadata.ToArray());
        File.ReadAllBytes(PathOf(created.MetadataLocation!)).ShouldBe(created.Metadata.ToArray());
        Directory.GetFiles(Path.GetDirectoryName(PathOf(created.MetadataLocation!))!).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Start_WarehouseWithoutItsFolder_MakesIt()
    {
        await using var before = new CatalogFixture();
        Operation operation = await before.OperationAsync();
        Directory.Delete(PathOf(operation.Warehouse.Location));
        await using CatalogFixture after = await new CatalogFixture(before.Folder).StartAsync();
        Directory.Exists(PathOf(operation.Warehouse.Location)).ShouldBeTrue();
    }

    [Fact]
    public async Task Flush_MakesFilesDurableAndForgetsTheirBytes()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        for (int i = 0; i < 20; i++)
        {
            await catalog.Tables.CreateAsync(operation, Ns("a"), Create($"t{i}"));
        }

        Pending(catalog).ShouldBe(20);
        await catalog.Get<FileFlusher>().FlushAsync();
        Pending(catalog).ShouldBe(0);
    }

    [Fact]
    public async Task Sweep_RemovesOrphansAndNothingElse()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var catalog = new CatalogFixture(time: time);
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        LoadedTable first = await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        LoadedTable current = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("a", "b"));
        LoadedTable dropped = await catalog.Tables.CreateAsync(operation with { Rules = SurfaceRules.AIStor }, Ns("a"), Create("dropped"));
        await catalog.Tables.DropAsync(operation, Named("a", "dropped"), purge: false);
        string folder = Path.GetDirectoryName(PathOf(first.MetadataLocation!))!;

        // A commit that a kill cut off before its transaction, and a create likewise.
        string orphan = $"{folder}/00002-{Guid.NewGuid()}.metadata.json";
        File.WriteAllBytes(orphan, current.Metadata.ToArray());
        string never = CopyAsNeverMade(operation, current);
        string strangers = $"{folder}/00003-{Guid.NewGuid()}.metadata.json";
        File.WriteAllText(strangers, "not ours after all");
        string named = $"{folder}/v9.metadata.json";
        File.WriteAllBytes(named, current.Metadata.ToArray());

        await catalog.Get<Orphans>().SweepAsync(default);
        File.Exists(orphan).ShouldBeTrue("it is young");
        time.Advance(TimeSpan.FromDays(4));
        await catalog.Get<Orphans>().SweepAsync(default);

        File.Exists(orphan).ShouldBeFalse();
        File.Exists(never).ShouldBeFalse();
        foreach (string kept in (string[])[PathOf(first.MetadataLocation!), PathOf(current.MetadataLocation!), PathOf(dropped.MetadataLocation!), strangers, named])
        {
            File.Exists(kept).ShouldBeTrue(kept);
        }
    }

    private static string CopyAsNeverMade(Operation operation, LoadedTable model)
    {
        string uuid = Guid.NewGuid().ToString();
        string folder = $"{PathOf(operation.Warehouse.Location)}/a/never-{uuid}/metadata";
        Directory.CreateDirectory(folder);
        string file = $"{folder}/00000-{Guid.NewGuid()}.metadata.json";
        File.WriteAllText(file, System.Text.Encoding.UTF8.GetString(model.Metadata.Span).Replace(Read(model).TableUuid!, uuid));
        return file;
    }

    private static int Pending(CatalogFixture catalog) =>
        catalog.Database.Read(0L, static (session, after) => PendingFileRows.ListAfter(session, after, 1000)).Count;

    private static void Damage(string path, string damage)
    {
        byte[] bytes = File.ReadAllBytes(path);
        switch (damage)
        {
            case "gone":
                File.Delete(path);
                break;
            case "folder gone":
                File.Delete(path);
                if (Directory.GetFiles(Path.GetDirectoryName(path)!).Length == 0)
                {
                    Directory.Delete(Path.GetDirectoryName(path)!);
                }

                break;
            default:
                File.WriteAllBytes(path, damage switch
                {
                    "empty" => [],
                    "short" => bytes[..(bytes.Length / 2)],
                    "zeros" => new byte[bytes.Length],
                    _ => [.. bytes, 1],
                });
                break;
        }
    }
}
