namespace Catalog.Iceberg.Tests;

/// <summary>A table beside a plain model of what its metadata must say.</summary>
internal sealed class TableModel(int version)
{
    private static readonly string[] Names = ["main", "audit", "tag"];

    private int _version = version;
    private long _clock = Given.Now;
    private long _nextSnapshot = 1;

    public TableMetadata Table { get; private set; } = Given.Table(version, extra: ",\"x-kept\":{\"n\":1e2}");

    public Dictionary<string, string> Properties { get; } = [];

    public List<long> Snapshots { get; } = [];

    public Dictionary<string, long> Refs { get; } = [];

    public HashSet<long> Statistics { get; } = [];

    /// <summary>Gets every update so far, in order.</summary>
    public List<string> Updates { get; } = [];

    public long SequenceNumber { get; private set; }

    public long NextRowId { get; private set; }

    public long LastUpdatedMs { get; private set; } = Given.Now - 1000;

    /// <summary>Makes one commit; which one, and of what, the number says.</summary>
    public void Step(int choice)
    {
        int detail = choice / 13;
        switch (choice % 13)
        {
            case 0 or 1 or 2: Append(Names[detail % 2]); break;
            case 3: Set($"p{detail % 5}", $"é{detail}"); break;
            case 4: Remove($"p{detail % 5}"); break;
            case 5 when Snapshots.Count > 0: Point(Names[detail % 3], Snapshots[detail % Snapshots.Count]); break;
            case 6: Unpoint(Names[detail % 3]); break;
            case 7 when Snapshots.Count > 0: Expire(Snapshots[detail % Snapshots.Count]); break;
            case 8: AddColumn(detail); break;
            case 9: AddSpec(detail); break;
            case 10: AddOrder(detail); break;
            case 11 when Snapshots.Count > 0: AddStatistics(Snapshots[detail % Snapshots.Count]); break;
            case 12 when _version < 3 && detail % 4 == 0: Upgrade(); break;
        }
    }

    private void Append(string branch)
    {
        long id = _nextSnapshot++;
        long sequence = _version == 1 ? 0 : SequenceNumber + 1;
        string rows = _version == 3 ? $",\"first-row-id\":{NextRowId},\"added-rows\":{id}" : string.Empty;
        Commit(true, Given.Snapshot(id, Refs.TryGetValue(branch, out long parent) ? parent : null, sequence, _clock + 1, rows), Given.Ref(branch, id));
        SequenceNumber = sequence;
        NextRowId += _version == 3 ? id : 0;
        Snapshots.Add(id);
        Refs[branch] = id;
    }

    private void Set(string name, string value)
    {
        bool changes = !Properties.TryGetValue(name, out string? old) || old != value;
        Properties[name] = value;
        Commit(changes, $$"""{"action":"set-properties","updates":{"{{name}}":"{{value}}"} }""");
    }

    private void Remove(string name) => Commit(Properties.Remove(name), $$"""{"action":"remove-properties","removals":["{{name}}"]}""");

    private void Point(string name, long snapshot)
    {
        bool changes = !Refs.TryGetValue(name, out long old) || old != snapshot;
        Refs[name] = snapshot;
        Commit(changes, Given.Ref(name, snapshot, name == "tag" ? "tag" : "branch"));
    }

    private void Unpoint(string name) => Commit(Refs.Remove(name), $$"""{"action":"remove-snapshot-ref","ref-name":"{{name}}"}""");

    private void Expire(long snapshot)
    {
        Snapshots.Remove(snapshot);
        Statistics.Remove(snapshot);
        foreach (string name in Refs.Where(entry => entry.Value == snapshot).Select(entry => entry.Key).ToArray())
        {
            Refs.Remove(name);
        }

        Commit(true, $$"""{"action":"remove-snapshots","snapshot-ids":[{{snapshot}},999999]}""");
    }

    private void AddColumn(int detail)
    {
        int id = Table.LastColumnId + 1;
        Commit(
            true,
            $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{{Given.Columns}},{"id":{{id}},"name":"c{{id}}","required":false,"type":"{{(detail % 2 == 0 ? "int" : "decimal(9, 2)")}}"}]} }""",
            """{"action":"set-current-schema","schema-id":-1}""");
    }

    private void AddSpec(int detail)
    {
        int width = (detail % 4) + 2;
        bool known = Table.PartitionSpecs.Any(spec => spec.Fields.Any(field => field.Name == $"b{width}"));
        Commit(!known, $$"""{"action":"add-spec","spec":{"fields":[{"name":"b{{width}}","transform":"bucket[{{width}}]","source-id":1}]} }""");
        int id = Table.PartitionSpecs.First(spec => spec.Fields.Any(field => field.Name == $"b{width}")).SpecId;
        Commit(Table.DefaultSpecId != id, $$"""{"action":"set-default-spec","spec-id":{{id}} }""");
    }

    private void AddOrder(int detail)
    {
        int source = (detail % 3) + 1;
        bool known = Table.SortOrders.Any(order => order.Fields.Any(field => field.SourceId == source));
        Commit(!known, $$"""{"action":"add-sort-order","sort-order":{"order-id":9,"fields":[{"source-id":{{source}},"transform":"identity","direction":"asc","null-order":"nulls-last"}]} }""");
    }

    private void AddStatistics(long snapshot) => Commit(
        Statistics.Add(snapshot),
        $$"""{"action":"set-statistics","statistics":{"snapshot-id":{{snapshot}},"statistics-path":"p","file-size-in-bytes":1,"file-footer-size-in-bytes":1,"blob-metadata":[]} }""");

    private void Upgrade()
    {
        _version++;
        Commit(true, $$"""{"action":"upgrade-format-version","format-version":{{_version}} }""");
    }

    private void Commit(bool changes, params string[] updates)
    {
        TableMetadata before = Table;
        _clock++;
        Updates.AddRange(updates);
        Table = before.ApplyAt(_clock, updates);
        if (changes)
        {
            Table.ShouldNotBeSameAs(before);
            LastUpdatedMs = _clock;
        }
        else
        {
            Table.ShouldBeSameAs(before);
        }
    }
}
