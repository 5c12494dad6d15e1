using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Reads updates as differences to a table. It shows; the server decides.</summary>
internal sealed class CommitDiff
{
    private readonly Dictionary<string, string> _properties;
    private readonly Dictionary<string, string> _refs;
    private readonly TableInfo? _table;
    private readonly List<CommitDifference> _differences = [];
    private TableSchema _current;
    private TableSchema? _added;

    public CommitDiff(TableInfo? table)
    {
        _table = table;
        _current = table?.Schema ?? new TableSchema([]);
        _properties = new Dictionary<string, string>(table?.Properties ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        _refs = table?.Refs.Values.ToDictionary(r => r.Reference, r => r.ToString()) ?? [];
    }

    public IReadOnlyList<CommitDifference> Read(IEnumerable<TableUpdate> updates)
    {
        foreach (TableUpdate update in updates)
        {
            Read(update.Action, RestForm.Parse(update.Json));
        }

        return _differences;
    }

    private void Read(string action, JsonElement json)
    {
        switch (action)
        {
            case "set-properties":
                ReadProperties(json.FindStrings(json.TryGetProperty("updates", out _) ? "updates" : "updated"));
                break;
            case "remove-properties":
                string list = json.TryGetProperty("removals", out _) ? "removals" : "removed";
                ReadRemovals(json.FindArray(list).Select(name => name.ToString()));
                break;
            case "add-schema":
                _added = SchemaReader.ReadSchema(json.GetProperty("schema"));
                break;
            case "set-current-schema":
                ReadCurrentSchema(json.FindInt32("schema-id") ?? -1);
                break;
            case "add-spec":
                Add("partition", "spec", null, LayoutReader.ReadSpec(json.GetProperty("spec"), _added ?? _current).ToString());
                break;
            case "set-default-spec":
                Add("partition", "default spec", _table?.PartitionSpec.SpecId?.ToString(), LastOr(json.FindInt32("spec-id")));
                break;
            case "add-sort-order":
                Add("order", "sort order", null, LayoutReader.ReadOrder(json.GetProperty("sort-order"), _added ?? _current).ToString());
                break;
            case "set-default-sort-order":
                Add("order", "default sort order", _table?.SortOrder.OrderId?.ToString(), LastOr(json.FindInt32("sort-order-id")));
                break;
            case "add-snapshot":
                JsonElement snapshot = json.GetProperty("snapshot");
                Add("snapshot", $"{snapshot.FindInt64("snapshot-id")}", null, snapshot.FindStrings("summary").GetValueOrDefault("operation") ?? "?");
                break;
            case "remove-snapshots":
                ReadRemovedSnapshots(json);
                break;
            case "set-snapshot-ref":
                ReadReference(json);
                break;
            case "remove-snapshot-ref":
                string name = json.FindString("ref-name") ?? "?";
                if (_refs.Remove(name, out string? gone))
                {
                    Add("ref", name, gone, null);
                }

                break;
            case "set-location":
                Add("location", "location", _table?.Location, json.FindString("location"));
                break;
            case "upgrade-format-version":
                Add("format", "version", _table?.FormatVersion.ToString(), json.FindInt32("format-version")?.ToString());
                break;
            case "assign-uuid":
                Add("table", "uuid", _table?.Uuid.ToString(), json.FindString("uuid"));
                break;
            default:
                Add(action, "update", null, json.GetRawText());
                break;
        }
    }

    private void ReadProperties(SortedDictionary<string, string> updates)
    {
        foreach ((string name, string value) in updates)
        {
            Add("property", name, _properties.GetValueOrDefault(name), value);
            _properties[name] = value;
        }
    }

    private void ReadRemovals(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (_properties.Remove(name, out string? gone))
            {
                Add("property", name, gone, null);
            }
        }
    }

    private void ReadCurrentSchema(int id)
    {
        TableSchema? next = id == -1 ? _added : _table?.Schemas.FirstOrDefault(schema => schema.SchemaId == id) ?? _added;
        if (next is not null)
        {
            _differences.AddRange(SchemaDiff.Read(_current, next));
            _current = next;
        }
    }

    private void ReadReference(JsonElement json)
    {
        string name = json.FindString("ref-name") ?? "?";
        string target = $"{json.FindString("type")} {name} at {json.FindInt64("snapshot-id")}";
        Add("ref", name, _refs.GetValueOrDefault(name), target);
        _refs[name] = target;
    }

    private void ReadRemovedSnapshots(JsonElement json)
    {
        foreach (JsonElement id in json.FindArray("snapshot-ids"))
        {
            if (_table?.Snapshots.FirstOrDefault(snapshot => snapshot.SnapshotId.ToString() == id.ToString()) is { } gone)
            {
                Add("snapshot", gone.ToString(), $"{gone.Operation} of {gone.Timestamp:u}", null);
            }
        }
    }

    private static string LastOr(int? id) => id is null or -1 ? "the one added" : id.Value.ToString();

    private void Add(string area, string item, string? before, string? after)
    {
        if (before != after)
        {
            _differences.Add(new CommitDifference(area, item, before, after));
        }
    }
}
