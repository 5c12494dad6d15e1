using Catalog.Sdk.Commits;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Tests.Models;

public sealed class ModelJsonTests
{
    [Fact]
    public void Models_ReadAndWritten_KeepIdsAndUnknownFields()
    {
        var m = TableMetadata.Parse("""{"format-version":2,"x-new":{"a":9007199254740993},"schemas":[{"type":"struct","schema-id":0,"zz":1.0,"fields":[{"id":1,"name":"a","type":{"type":"list","element-id":3,"element":"long","element-required":true},"required":false,"nn":"2020-01-01T00:00:00Z"}]}],"current-snapshot-id":-1}"""u8);
        m.UnknownFields!["x-new"].GetRawText().ShouldBe("""{"a":9007199254740993}""");
        m.CurrentSnapshotId.ShouldBeNull();
        m.PartitionSpecs.ShouldBeEmpty();
        m.Refs.ShouldBeEmpty();
        m.CurrentSchema.ToJson().ShouldBe("""{"type":"struct","schema-id":0,"fields":[{"id":1,"name":"a","required":false,"type":{"type":"list","element-id":3,"element":"long","element-required":true},"nn":"2020-01-01T00:00:00Z"}],"zz":1.0}""");
        new AssertRefSnapshotId("main", null).ToJson().ShouldBe("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":null}""");
        new SetPropertiesUpdate(new Dictionary<string, string> { ["a"] = "b" }).ToJson().ShouldBe("""{"action":"set-properties","updates":{"a":"b"}}""");
        TableUpdate.Parse("""{"action":"set-properties","q":1.50,"updates":{"A":"b"}}""").ToJson().ShouldBe("""{"action":"set-properties","q":1.50,"updates":{"A":"b"}}""");
    }
}
