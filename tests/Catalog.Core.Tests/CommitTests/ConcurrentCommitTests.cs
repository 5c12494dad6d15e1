using Catalog.Iceberg;
using static Catalog.Core.Tests.CatalogFixture;

namespace Catalog.Core.Tests;

/// <summary>Every acknowledged commit is in the table's history exactly once, whoever commits beside it.</summary>
public sealed class ConcurrentCommitTests
{
    private const int Writers = 32;
    private const int CommitsOfEach = 8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commit_ManyWritersInOneProcess_NoneIsRefusedOrLost(bool syncEach)
    {
        await using var catalog = new CatalogFixture(configure: options => syncEach ? options with { SyncFilesFrom = 0 } : options);
        Operation operation = await Prepared(catalog);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Write(catalog, operation, writer)));
        CheckHistory(catalog, operation);
    }

    [Fact]
    public async Task Commit_ManyWritersInTwoProcesses_NoneIsRefusedOrLost()
    {
        await using var one = new CatalogFixture();
        Operation operation = await Prepared(one);
        await using var two = new CatalogFixture(one.Folder);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Write(writer % 2 == 0 ? one : two, operation, writer)));
        CheckHistory(one, operation);
        CheckHistory(two, operation);
    }

    [Fact]
    public async Task Commit_BesideTransactions_NoneIsRefusedOrLost()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("u"));

        async Task Transact(int writer)
        {
            for (int i = 0; i < CommitsOfEach; i++)
            {
                await catalog.Commits.TransactAsync(
                    operation, [Change("a", "t", SetPropertyUpdate(Key(writer, i), "1")), Change("a", "u", SetPropertyUpdate(Key(writer, i), "1"))]);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => writer % 2 == 0 ? Transact(writer) : Write(catalog, operation, writer))));
        CheckHistory(catalog, operation);
        Read(catalog.Tables.Load(operation.Warehouse, Named("a", "u"))).Properties.Count.ShouldBe(Writers / 2 * CommitsOfEach);
    }

    [Fact]
    public async Task Commit_RequirementThatOnlyOneCanMeet_RefusesTheOthers()
    {
        await using var one = new CatalogFixture();
        Operation operation = await Prepared(one);
        await using var two = new CatalogFixture(one.Folder);
        int met = 0;
        int refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            try
            {
                CommitTableRequest request = Commit(
                    """{"action":"add-schema","schema":{"type":"struct","fields":[{"id":1,"name":"id","type":"long","required":true},{"id":2,"name":"more","type":"long","required":false}]}},{"action":"set-current-schema","schema-id":-1}""",
                    """{"type":"assert-current-schema-id","current-schema-id":0}""");
                await (writer % 2 == 0 ? one : two).Commits.CommitAsync(operation, Named("a", "t"), request);
                Interlocked.Increment(ref met);
            }
            catch (CommitConflictException failure)
            {
                failure.Message.ShouldStartWith("Requirement failed: current schema changed");
                Interlocked.Increment(ref refused);
            }
        })));

        met.ShouldBe(1);
        refused.ShouldBe(Writers - 1);
        LoadedTable table = one.Tables.Load(operation.Warehouse, Named("a", "t"));
        Directory.GetFiles(Path.GetDirectoryName(PathOf(table.MetadataLocation!))!).Length.ShouldBe(2, "the losers' files are removed");
    }

    [Fact]
    public async Task Commit_WhileTheTableMoves_KeepsMetadataAtItsPlace()
    {
        await using var catalog = new CatalogFixture();
        Operation operation = await Prepared(catalog);
        string to = operation.Warehouse.Location + "/moved";
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => catalog.Commits.CommitAsync(
            operation, Named("a", "t"), writer == 3 ? Commit($$"""{"action":"set-location","location":"{{to}}"}""") : SetProperty(Key(writer, 0), "1")))));

        LoadedTable last = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty("last", "1"));
        Read(last).Location.ShouldBe(to);
        Read(last).Properties.Count.ShouldBe(Writers);
        last.MetadataLocation!.ShouldStartWith(to + "/metadata/");
        TableMetadata atMove = Read(last);
        string[] log = [.. atMove.MetadataLog.Select(static entry => entry.MetadataFile)];
        log.SkipWhile(location => !location.StartsWith(to, StringComparison.Ordinal)).ShouldAllBe(location => location.StartsWith(to + "/metadata/"));
    }

    private static string Key(int writer, int i) => $"w{writer}-{i}";

    private static Task Write(CatalogFixture catalog, Operation operation, int writer) => Task.Run(async () =>
    {
        for (int i = 0; i < CommitsOfEach; i++)
        {
            LoadedTable answer = await catalog.Commits.CommitAsync(operation, Named("a", "t"), SetProperty(Key(writer, i), "1"));
            Read(answer).Properties.ShouldContainKey(Key(writer, i));
        }
    });

    private static void CheckHistory(CatalogFixture catalog, Operation operation)
    {
        LoadedTable current = catalog.Tables.Load(operation.Warehouse, Named("a", "t"));
        int commits = Writers * CommitsOfEach;
        Read(current).Properties.Count.ShouldBe(commits);

        // Back from version to version: each adds one of the keys, the first has none.
        string location = current.MetadataLocation!;
        for (int left = commits; left > 0; left--)
        {
            TableMetadata version = TableMetadata.Parse(File.ReadAllBytes(PathOf(location)));
            version.Properties.Count.ShouldBe(left);
            Path.GetFileName(location).ShouldStartWith($"{left:D5}-");
            location = version.MetadataLog[^1].MetadataFile;
        }

        Directory.GetFiles(Path.GetDirectoryName(PathOf(location))!).Length.ShouldBe(commits + 1, "files of attempts that lost are removed");
    }

    private static async Task<Operation> Prepared(CatalogFixture catalog)
    {
        Operation operation = await catalog.OperationAsync();
        await catalog.Namespaces.CreateAsync(operation, Ns("a"), new Dictionary<string, string>());
        await catalog.Tables.CreateAsync(operation, Ns("a"), Create("t"));
        return operation;
    }
}
