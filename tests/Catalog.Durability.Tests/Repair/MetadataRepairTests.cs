using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Rest;
using Microsoft.Data.Sqlite;

namespace Catalog.Durability.Tests.Repair;

/// <summary>
/// A power cut may take or tear a metadata file that was not synced yet: the files that the database still lists as
/// pending are damaged here by hand, and must be whole again before anything is served.
/// </summary>
public sealed class MetadataRepairTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Start_PendingFilesTornOrGone_AreWholeBeforeAnythingIsServed()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: stop);
        using Surfaces surfaces = new(server);
        await Tables.CreateNamespaceAsync(surfaces.Planasonix, "torn");
        string[] targets = [.. Enumerable.Range(0, 8).Select(i => Tables.Target("torn", $"table_{i}"))];
        for (int i = 0; i < targets.Length; i++)
        {
            (await Tables.CreateAsync(surfaces[i], "torn", $"table_{i}")).Status.ShouldBe(200);
        }

        CommitLog log = new();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (int i = 0; i < 8; i++)
            {
                await log.CommitAsync(surfaces[writer], targets[writer % targets.Length], $"w{writer}-{i}");
            }
        }));
        server.Kill();
        log.Refusals.ShouldBeEmpty();

        string[] pending = Pending(server);
        Dictionary<string, byte[]> whole = pending.ToDictionary(location => location, location => File.ReadAllBytes(TableHistory.Path(location)));
        for (int i = 0; i < pending.Length; i++)
        {
            Damage(TableHistory.Path(pending[i]), i);
        }

        output.WriteLine($"{log.Commits.Count} commits acknowledged, {pending.Length} files still pending at the kill and damaged.");
        pending.ShouldNotBeEmpty("the kill came while files were pending");
        await server.StartAgainAsync(stop);
        foreach ((string location, byte[] bytes) in whole)
        {
            File.ReadAllBytes(TableHistory.Path(location)).ShouldBe(bytes, location);
        }

        foreach (IGrouping<string, CommitLog.Acknowledged> table in log.Commits.GroupBy(commit => commit.Target))
        {
            (await TableHistory.LoadAsync(surfaces.AIStor, table.Key)).MustHoldOnce(table);
        }
    }

    private static void Damage(string path, int kind)
    {
        switch (kind % 4)
        {
            case 0:
                File.Delete(path);
                break;
            case 1:
                File.WriteAllBytes(path, []);
                break;
            case 2:
                using (FileStream file = File.OpenWrite(path))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            default:
                File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
                break;
        }
    }

    private static string[] Pending(ServerProcess server)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(server.DataPath, "catalog.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT location FROM pending_files";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> pending = [];
        while (reader.Read())
        {
            pending.Add(reader.GetString(0));
        }

        return [.. pending];
    }
}
