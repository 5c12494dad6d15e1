using System.Text;

namespace Catalog.Iceberg.Tests;

/// <summary>The rules that tie the members of a metadata file together.</summary>
public sealed class TableMetadataTests
{
    private const string Snapshot = """{"snapshot-id":7,"timestamp-ms":1,"sequence-number":0,"summary":{"operation":"append"},"manifest-list":"m"}""";

    [Theory]
    [InlineData("")]
    [InlineData(",\"refs\":{}")]
    [InlineData(",\"refs\":null")]
    [InlineData(",\"refs\":{\"t\":{\"type\":\"tag\",\"snapshot-id\":7}}")]
    public void Parse_CurrentSnapshotWithoutMain_GetsMain(string refs)
    {
        TableMetadata table = Given.Table(extra: $",\"current-snapshot-id\":7,\"snapshots\":[{Snapshot}]{refs}");
        table.Refs["main"].SnapshotId.ShouldBe(7);
        table.ShouldBeReadBackAsItIs();
    }

    [Theory]
    [InlineData(",\"current-snapshot-id\":8,\"snapshots\":[S]", "current-snapshot-id")]
    [InlineData(",\"snapshots\":[S],\"refs\":{\"main\":{\"type\":\"branch\",\"snapshot-id\":7}}", "current-snapshot-id")]
    [InlineData(",\"snapshots\":[S],\"refs\":{\"t\":{\"type\":\"tag\",\"snapshot-id\":8}}", "refs")]
    [InlineData(",\"snapshots\":[S],\"refs\":{\"t\":{\"type\":\"tag\",\"snapshot-id\":7},\"t\":{\"type\":\"tag\",\"snapshot-id\":7}}", "t")]
    [InlineData(",\"snapshots\":[S],\"refs\":[]", "refs")]
    [InlineData(",\"snapshots\":[S,S]", "snapshots")]
    [InlineData(",\"snapshots\":{}", "snapshots")]
    [InlineData(",\"snapshots\":[{\"snapshot-id\":7,\"timestamp-ms\":1,\"sequence-number\":5,\"manifest-list\":\"m\"}]", "sequence-number")]
    [InlineData(",\"snapshot-log\":[{\"timestamp-ms\":99999999,\"snapshot-id\":7},{\"timestamp-ms\":5,\"snapshot-id\":7}]", "snapshot-log")]
    [InlineData(",\"metadata-log\":[{\"timestamp-ms\":9999999999999,\"metadata-file\":\"f\"}]", "last-updated-ms")]
    [InlineData(",\"properties\":{\"a\":1}", "a")]
    [InlineData(",\"properties\":{\"a\":\"1\",\"a\":\"2\"}", "a")]
    [InlineData(",\"location\":\"again\"", "location")]
    [InlineData(",\"statistics\":[{}]", "blob-metadata")]
    [InlineData(",\"encryption-keys\":[{\"key-id\":\"k\"}]", "encrypted-key-metadata")]
    public void Parse_BrokenRule_IsRefusedByField(string extra, string field) =>
        Given.Refused(() => Given.Table(extra: extra.Replace("S", Snapshot, StringComparison.Ordinal))).Field.ShouldBe(field);

    [Theory]
    [InlineData("format-version")]
    [InlineData("location")]
    [InlineData("last-updated-ms")]
    [InlineData("last-column-id")]
    [InlineData("last-sequence-number")]
    [InlineData("table-uuid")]
    [InlineData("current-schema-id")]
    [InlineData("default-spec-id")]
    [InlineData("default-sort-order-id")]
    [InlineData("next-row-id")]
    public void Parse_MissingMember_IsRefusedByName(string field)
    {
        string json = Given.TableJson(3).Replace($"\"{field}\":", "\"other\":", StringComparison.Ordinal);
        Given.Refused(() => TableMetadata.Parse(Encoding.UTF8.GetBytes(json))).Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("{\"format-version\":2")]
    public void Parse_NotAnObject_IsRefused(string json) => Given.Refused(() => TableMetadata.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Parse_NotUtf8_IsRefused()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(Given.TableJson().Replace("s3://b/t", "s3://\u00e9", StringComparison.Ordinal));
        Given.Refused(() => TableMetadata.Parse(bytes)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void Parse_ByteOrderMarkAndBlanks_AreDropped()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Given.TableJson(extra: ", \"x\" : [ 1 , \"a \\\" b\" ]"))];
        Given.Text(TableMetadata.Parse(bytes)).ShouldEndWith("\"metadata-log\":[],\"x\":[1,\"a \\\" b\"]}");
    }

    [Fact]
    public void Parse_UnknownTransformInAnOldSpec_IsKept()
    {
        string json = Given.TableJson().Replace(
            """[{"spec-id":0,"fields":[]}]""", """[{"spec-id":0,"fields":[]},{"spec-id":1,"fields":[{"name":"z","transform":"zorder[3]","source-id":1,"field-id":1000}]}]""", StringComparison.Ordinal);
        TableMetadata table = TableMetadata.Parse(Encoding.UTF8.GetBytes(json)).Apply("""{"action":"set-properties","updates":{"a":"b"}}""");
        Given.Text(table).ShouldContain("zorder[3]");
    }

    [Fact]
    public void RemoveSnapshots_OneUpdateForEachOfMany_IsQuick()
    {
        const int Count = 5000;
        string snapshots = string.Join(",", Enumerable.Range(1, Count).Select(id => Snapshot.Replace(":7,", $":{id},", StringComparison.Ordinal)));
        TableMetadata table = Given.Table(extra: $",\"current-snapshot-id\":{Count},\"snapshots\":[{snapshots}]");
        long before = GC.GetAllocatedBytesForCurrentThread();
        TableMetadata expired = table.Apply([.. Enumerable.Range(1, Count - 1).Select(id => $$"""{"action":"remove-snapshots","snapshot-ids":[{{id}}]}""")]);
        expired.Snapshots.Single().SnapshotId.ShouldBe(Count);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
    }
}
