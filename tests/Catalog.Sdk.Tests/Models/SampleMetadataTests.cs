using System.Text.Json;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Tests.Models;

/// <summary>Metadata that other implementations wrote is read, and nothing of it is lost when it is written.</summary>
public sealed class SampleMetadataTests
{
    public static TheoryData<string, string> Samples => new()
    {
        {
            "version 1",
            """
            {"format-version":1,"table-uuid":"D20125C8-7284-442C-9AEA-15FEE620737C","location":"s3://b/t","last-updated-ms":1602638573874,"last-column-id":3,
             "schema":{"type":"struct","fields":[{"id":1,"name":"x","required":true,"type":"long"}]},
             "schemas":[{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"x","required":true,"type":"long","doc":"a"}]}],"current-schema-id":0,
             "partition-spec":[{"name":"x","transform":"identity","source-id":1,"field-id":1000}],
             "partition-specs":[{"spec-id":0,"fields":[{"name":"x","transform":"identity","source-id":1,"field-id":1000}]}],"default-spec-id":0,"last-partition-id":1000,
             "properties":{"a":"2020-01-01T00:00:00Z"},"current-snapshot-id":-1,
             "snapshots":[{"snapshot-id":1,"timestamp-ms":1515100955770,"summary":{"operation":"append"},"manifests":["s3://b/m.avro"]}]}
            """
        },
        {
            "version 3",
            """
            {"format-version":3,"table-uuid":"u","location":"s3://b/t","last-sequence-number":34,"last-updated-ms":1602638573590,"last-column-id":9007199254740993,
             "current-schema-id":1,"schemas":[{"type":"struct","schema-id":1,"identifier-field-ids":[1],"fields":[
              {"id":1,"name":"x","required":true,"type":"long","initial-default":1,"write-default":2.50},
              {"id":2,"name":"m","required":false,"type":{"type":"map","key-id":3,"key":"string","value-id":4,"value":{"type":"struct","fields":[{"id":5,"name":"g","required":false,"type":"geometry"}]},"value-required":true}},
              {"id":6,"name":"l","required":false,"type":{"type":"list","element-id":7,"element":{"type":"future","x":1.0},"element-required":false,"hint":"2020-01-01T00:00:00Z"}}]}],
             "default-spec-id":0,"partition-specs":[{"spec-id":0,"fields":[{"source-ids":[1],"source-id":1,"name":"b","transform":"bucket[4]","field-id":1000}]}],"last-partition-id":1000,
             "default-sort-order-id":3,"sort-orders":[{"order-id":3,"fields":[{"transform":"identity","source-id":1,"direction":"asc","null-order":"nulls-first"}]}],
             "properties":{},"current-snapshot-id":3055729675574597004,
             "snapshots":[{"snapshot-id":3055729675574597004,"parent-snapshot-id":3051729675574597004,"timestamp-ms":1555100955770,"sequence-number":1,"summary":{"operation":"append","spark.app.id":"9C12D441-03FE-4693-9A96-A0705DDF69C1"},"manifest-list":"s3://a/b/2.avro","schema-id":1,"first-row-id":0,"added-rows":5,"key-id":"k"}],
             "snapshot-log":[{"snapshot-id":3055729675574597004,"timestamp-ms":1555100955770}],"metadata-log":[{"metadata-file":"s3://b/m","timestamp-ms":1515100}],
             "refs":{"main":{"snapshot-id":3055729675574597004,"type":"branch","max-ref-age-ms":1,"max-snapshot-age-ms":2,"min-snapshots-to-keep":3,"x-owner":"me"}},
             "statistics":[{"snapshot-id":1,"statistics-path":"s3://s","file-size-in-bytes":413,"file-footer-size-in-bytes":42,"blob-metadata":[{"type":"ndv","snapshot-id":1,"sequence-number":1,"fields":[1],"properties":{"ndv":"5"}}]}],
             "partition-statistics":[{"snapshot-id":1,"statistics-path":"s3://p","file-size-in-bytes":43}],"next-row-id":5,
             "encryption-keys":[{"key-id":"k","encrypted-key-metadata":"AA==","encrypted-by-id":"j","properties":{"a":"b"}}],"x-future":[{"id":9007199254740993},null]}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Metadata_ReadAndWritten_HoldsAllThatWasThere(string name, string json)
    {
        TableMetadata metadata = TableMetadata.Parse(System.Text.Encoding.UTF8.GetBytes(json));

        byte[] written = Utf8Json.ToBytes(metadata, CatalogJson.Default.TableMetadata);

        Missing(name, JsonElement.Parse(json), JsonElement.Parse(written)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(string path, JsonElement from, JsonElement to)
    {
        if (from.ValueKind != to.ValueKind)
        {
            return [$"{path}: {from.GetRawText()} became {to.GetRawText()}"];
        }

        return from.ValueKind switch
        {
            // A table without a current snapshot is written in one way, whichever way it was read.
            JsonValueKind.Object => from.EnumerateObject().Where(p => !(p.Name == "current-snapshot-id" && p.Value.GetRawText() is "-1" or "null")).SelectMany(p =>
                to.TryGetProperty(p.Name, out JsonElement other) ? Missing($"{path}.{p.Name}", p.Value, other) : [$"{path}.{p.Name} is gone"]),
            JsonValueKind.Array => from.GetArrayLength() == to.GetArrayLength()
                ? from.EnumerateArray().Zip(to.EnumerateArray()).SelectMany((pair, i) => Missing($"{path}[{i}]", pair.First, pair.Second))
                : [$"{path} has {to.GetArrayLength()} entries instead of {from.GetArrayLength()}"],
            _ => from.GetRawText() == to.GetRawText() ? [] : [$"{path}: {from.GetRawText()} became {to.GetRawText()}"],
        };
    }
}
