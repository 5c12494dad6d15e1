namespace Catalog.Sdk.Tests.Wire;

/// <summary>Table metadata as answers carry it.</summary>
internal static class Metadata
{
    public const string Uuid = "9C12D441-03FE-4693-9A96-A0705DDF69C1";

    public static string Table(string properties = "{}", string location = "file:///w/t/metadata/00000-a.metadata.json", string more = "", long? snapshot = null) => $$$"""
        {"metadata-location":"{{{location}}}","metadata":{"format-version":2,"table-uuid":"{{{Uuid}}}","location":"file:///w/t",
        "last-sequence-number":0,"last-updated-ms":1700000000000,"last-column-id":2,"current-schema-id":0,
        "schemas":[{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"id","required":true,"type":"long"},{"id":2,"name":"name","required":false,"type":"string"}]}],
        "partition-specs":[{"spec-id":0,"fields":[]}],"default-spec-id":0,"last-partition-id":999,
        "sort-orders":[{"order-id":0,"fields":[]}],"default-sort-order-id":0,"properties":{{{properties}}},
        "current-snapshot-id":{{{snapshot ?? -1}}},"snapshots":[{{{(snapshot is null ? "" : Snapshot(snapshot.Value))}}}],"snapshot-log":[],"metadata-log":[],
        "refs":{{{(snapshot is null ? "{}" : MainRef(snapshot.Value))}}}{{{more}}}},"config":{}}
        """;

    private static string MainRef(long id) => "{\"main\":{\"snapshot-id\":" + id + ",\"type\":\"branch\"}}";

    public static string Snapshot(long id) => $$"""{"snapshot-id":{{id}},"timestamp-ms":1700000000000,"sequence-number":1,"summary":{"operation":"append"},"manifest-list":"file:///w/t/metadata/snap.avro","schema-id":0}""";
}
