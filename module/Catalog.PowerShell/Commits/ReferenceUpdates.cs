using System.Text.Json.Nodes;

namespace Catalog.PowerShell.Commits;

/// <summary>Makes updates about branches and tags.</summary>
internal static class ReferenceUpdates
{
    public static TableUpdate Set(string name, string type, long snapshotId, int? minSnapshots = null, TimeSpan? maxSnapshotAge = null, TimeSpan? maxReferenceAge = null)
    {
        JsonObject json = new() { ["action"] = "set-snapshot-ref", ["ref-name"] = name, ["type"] = type, ["snapshot-id"] = snapshotId };
        Add(json, "min-snapshots-to-keep", minSnapshots);
        Add(json, "max-snapshot-age-ms", Milliseconds(maxSnapshotAge));
        Add(json, "max-ref-age-ms", Milliseconds(maxReferenceAge));
        return new TableUpdate("set-snapshot-ref", json.ToJsonString());
    }

    private static void Add(JsonObject json, string name, long? value)
    {
        if (value is { } number)
        {
            json[name] = number;
        }
    }

    private static long? Milliseconds(TimeSpan? age) => age is { } value ? (long)value.TotalMilliseconds : null;
}
