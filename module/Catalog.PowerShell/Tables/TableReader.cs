using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Tables;

/// <summary>Makes the output object of a table from the server's own bytes.</summary>
internal static class TableReader
{
    /// <summary>Keys of the configuration that hold credentials; they are not shown.</summary>
    private static readonly string[] SecretMarks = ["secret", "token", "credential", "access-key", "sas", "account-key", "password"];

    public static TableInfo Read(Sdk.Tables.Table table)
    {
        using JsonDocument document = JsonDocument.Parse(table.MetadataUtf8);
        return Read(table.Identifier, table.MetadataLocation, table.GetMetadataJson(), document.RootElement, table.Config);
    }

    public static IReadOnlyList<SnapshotInfo> ReadSnapshots(JsonElement json, NamespaceName ns, string table)
    {
        long? current = CurrentSnapshot(json);
        ILookup<long, string> refs = References(json).ToLookup(entry => entry.Json.FindInt64("snapshot-id") ?? -1, entry => entry.Name);
        return [.. json.FindArray("snapshots").Select(snapshot => ReadSnapshot(snapshot, ns, table, current, refs))];
    }

    private static TableInfo Read(Sdk.TableIdentifier identifier, string? metadataLocation, string raw, JsonElement json, IReadOnlyDictionary<string, string> config)
    {
        NamespaceName ns = new([.. identifier.Namespace.Levels]);
        IReadOnlyList<TableSchema> schemas = [.. Versioned(json, "schemas", "schema").Select(SchemaReader.ReadSchema)];
        int currentSchema = json.FindInt32("current-schema-id") ?? 0;
        TableSchema schema = schemas.FirstOrDefault(s => (s.SchemaId ?? 0) == currentSchema) ?? new TableSchema([]);
        int specId = json.FindInt32("default-spec-id") ?? 0;
        int orderId = json.FindInt32("default-sort-order-id") ?? 0;
        return new TableInfo(ns, identifier.Name)
        {
            Uuid = Guid.TryParse(json.FindString("table-uuid"), out Guid uuid) ? uuid : Guid.Empty,
            Location = json.FindString("location") ?? string.Empty,
            MetadataLocation = metadataLocation,
            FormatVersion = json.FindInt32("format-version") ?? 0,
            LastUpdated = Time(json.FindInt64("last-updated-ms")),
            Schema = schema,
            Schemas = schemas,
            PartitionSpec = json.FindArray("partition-specs").Select(s => LayoutReader.ReadSpec(s, schema)).FirstOrDefault(s => (s.SpecId ?? 0) == specId) ?? new TablePartitionSpec([]),
            SortOrder = json.FindArray("sort-orders").Select(o => LayoutReader.ReadOrder(o, schema)).FirstOrDefault(o => (o.OrderId ?? 0) == orderId) ?? new TableSortOrder([]),
            Properties = json.FindStrings("properties"),
            CurrentSnapshotId = CurrentSnapshot(json),
            Snapshots = ReadSnapshots(json, ns, identifier.Name),
            Refs = References(json).ToDictionary(r => r.Name, r => ReadReference(ns, identifier.Name, r.Name, r.Json), StringComparer.Ordinal),
            LastColumnId = json.FindInt32("last-column-id") ?? 0,
            Config = config.Where(entry => !Array.Exists(SecretMarks, mark => entry.Key.Contains(mark, StringComparison.OrdinalIgnoreCase))).ToDictionary(StringComparer.Ordinal),
            RawJson = raw,
        };
    }

    private static SnapshotInfo ReadSnapshot(JsonElement json, NamespaceName ns, string table, long? current, ILookup<long, string> refs)
    {
        long id = json.FindInt64("snapshot-id") ?? 0;
        SortedDictionary<string, string> summary = json.FindStrings("summary");
        return new SnapshotInfo(ns, table, id)
        {
            ParentSnapshotId = json.FindInt64("parent-snapshot-id"),
            SequenceNumber = json.FindInt64("sequence-number"),
            Timestamp = Time(json.FindInt64("timestamp-ms")),
            Operation = summary.GetValueOrDefault("operation"),
            Summary = summary,
            ManifestList = json.FindString("manifest-list"),
            SchemaId = json.FindInt32("schema-id"),
            IsCurrent = id == current,
            Refs = [.. refs[id]],
        };
    }

    private static TableReference ReadReference(NamespaceName ns, string table, string name, JsonElement json)
        => new(ns, table, name, json.FindString("type") ?? string.Empty, json.FindInt64("snapshot-id") ?? -1)
        {
            MinSnapshotsToKeep = json.FindInt32("min-snapshots-to-keep"),
            MaxSnapshotAge = Age(json.FindInt64("max-snapshot-age-ms")),
            MaxReferenceAge = Age(json.FindInt64("max-ref-age-ms")),
        };

    private static IEnumerable<(string Name, JsonElement Json)> References(JsonElement json)
        => json.TryGetProperty("refs", out JsonElement refs) && refs.ValueKind == JsonValueKind.Object
            ? refs.EnumerateObject().Select(property => (property.Name, property.Value))
            : [];

    private static IEnumerable<JsonElement> Versioned(JsonElement json, string list, string single)
        => json.FindArray(list) is var items && items.Any() ? items : json.TryGetProperty(single, out JsonElement one) ? [one] : [];

    /// <summary>Versions 1 and 2 write -1 where there is no snapshot.</summary>
    private static long? CurrentSnapshot(JsonElement json) => json.FindInt64("current-snapshot-id") is { } id and not -1 ? id : null;

    private static TimeSpan? Age(long? milliseconds) => milliseconds is { } value ? TimeSpan.FromMilliseconds(value) : null;

    private static DateTimeOffset Time(long? milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds ?? 0).ToLocalTime();
}
