using System.Text.Json;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Writers;

/// <summary>A table as the catalog shows it, and its metadata files as they lie on disk.</summary>
internal sealed class TableHistory
{
    private readonly JsonElement _metadata;
    private readonly string[] _locations;

    private TableHistory(JsonElement metadata, string current)
    {
        _metadata = metadata;
        _locations = [.. metadata.GetProperty("metadata-log").EnumerateArray().Select(entry => entry.GetProperty("metadata-file").GetString()!), current];
    }

    public IReadOnlyList<string> Locations => _locations;

    public static async Task<TableHistory> LoadAsync(RawCatalog catalog, string target)
    {
        RawAnswer answer = await catalog.GetAsync(target);
        answer.Status.ShouldBe(200, $"{catalog.Name} {target}: {answer.Text}");
        string current = answer.MetadataLocation.ShouldNotBeNull();
        TableHistory history = new(answer.Metadata, current);
        JsonElement onDisk = Open(current);
        onDisk.GetProperty("table-uuid").GetString().ShouldBe(history._metadata.GetProperty("table-uuid").GetString());
        onDisk.GetProperty("last-updated-ms").GetInt64().ShouldBe(history._metadata.GetProperty("last-updated-ms").GetInt64());
        return history;
    }

    public bool Has(string property) => _metadata.GetProperty("properties").TryGetProperty(property, out _);

    /// <summary>Every acknowledged commit must stand in the history once, its effect in the table, its file on disk.</summary>
    public void MustHoldOnce(IEnumerable<CommitLog.Acknowledged> commits)
    {
        _locations.ShouldBeUnique();
        HashSet<string> known = [.. _locations];
        CommitLog.Acknowledged[] all = [.. commits];
        all.Select(commit => commit.MetadataLocation).ShouldBeUnique();
        foreach (CommitLog.Acknowledged commit in all)
        {
            known.ShouldContain(commit.MetadataLocation, $"the acknowledged commit {commit} is not in the history");
            Has(commit.Key).ShouldBeTrue($"the effect of the acknowledged commit {commit} is gone");
            Open(commit.MetadataLocation).GetProperty("properties").TryGetProperty(commit.Key, out _).ShouldBeTrue($"{commit}: its file lacks its own change");
        }
    }

    /// <summary>Opens and parses a metadata file.</summary>
    public static JsonElement Open(string location)
    {
        string path = Path(location);
        File.Exists(path).ShouldBeTrue($"the metadata file {path} is not there");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    public static string Path(string location) => new Uri(location).LocalPath;
}
