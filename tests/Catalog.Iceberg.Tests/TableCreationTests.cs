using Catalog.Iceberg.Schemas;

namespace Catalog.Iceberg.Tests;

public sealed class TableCreationTests
{
    private static TableMetadata Create(string json, bool bareArrays = false)
    {
        TableMetadata table = TableCreation.Create(CreateTableRequest.Parse(Given.Json(json), bareArrays), Guid.Parse(Given.Uuid), "s3://b/new/", Given.Now);
        table.ShouldBeReadBackAsItIs();
        return table;
    }

    [Fact]
    public void Create_Nested_NumbersAStructBeforeWhatIsInsideIt()
    {
        TableMetadata table = Create("""
            {"name":"t","schema":{"type":"struct","identifier-field-ids":[40,70],"x":"kept","fields":[
              {"id":10,"name":"s","required":true,"doc":"d","type":{"type":"struct","fields":[{"id":40,"name":"a","required":true,"type":"int"},{"id":41,"name":"b","required":false,"type":"int"}]}},
              {"id":20,"name":"l","required":false,"type":{"type":"list","element-id":50,"element":{"type":"struct","fields":[{"id":51,"name":"c","required":false,"type":"int"}]},"element-required":false}},
              {"id":30,"name":"m","required":false,"type":{"type":"map","key-id":60,"key":"string","value-id":61,"value":{"type":"list","element-id":62,"element":"int","element-required":true},"value-required":false}},
              {"id":70,"name":"k","required":true,"type":"string","x-col":1}]},
             "partition-spec":{"spec-id":3,"fields":[{"name":"k","transform":"identity","source-id":70,"field-id":1234},{"name":"sa","transform":"bucket[2]","source-id":40}]},
             "write-order":{"order-id":7,"fields":[{"source-id":41,"transform":"identity","direction":"desc","null-order":"nulls-last"}]},
             "properties":{"owner":"me","format-version":"3"}}
            """);

        table.FormatVersion.ShouldBe(3);
        table.TableUuid.ShouldBe(Given.Uuid);
        table.Location.ShouldBe("s3://b/new");
        Schema schema = table.Schemas.Single();
        schema.SchemaId.ShouldBe(0);
        schema.Fields.Select(field => field.Id).ShouldBe([1, 2, 3, 4]);
        ((StructType)schema.Fields[0].Type).Fields.Select(field => field.Id).ShouldBe([5, 6]);
        var list = (ListType)schema.Fields[1].Type;
        list.Element.Id.ShouldBe(7);
        ((StructType)list.Element.Type).Fields[0].Id.ShouldBe(8);
        var map = (MapType)schema.Fields[2].Type;
        (map.Key.Id, map.Value.Id, ((ListType)map.Value.Type).Element.Id).ShouldBe((9, 10, 11));
        schema.IdentifierFieldIds.ShouldBe([5, 4]);
        table.LastColumnId.ShouldBe(11);
        table.PartitionSpecs.Single().Fields.Select(field => (field.SourceId, field.FieldId!.Value)).ShouldBe([(4, 1000), (5, 1001)]);
        table.LastPartitionId.ShouldBe(1001);
        table.DefaultSpecId.ShouldBe(0);
        table.SortOrders.Single().OrderId.ShouldBe(1);
        table.SortOrders.Single().Fields[0].SourceId.ShouldBe(6);
        table.DefaultSortOrderId.ShouldBe(1);
        table.Properties.ShouldBe(new Dictionary<string, string> { ["owner"] = "me" });
        table.MetadataLog.ShouldBeEmpty();
        table.CurrentSnapshotId.ShouldBeNull();
        Given.Text(table).ShouldContain("\"x\":\"kept\"");
        Given.Text(table).ShouldContain("\"x-col\":1");
    }

    [Fact]
    public void Create_Plain_IsUnpartitionedAndUnsorted()
    {
        TableMetadata table = Create($$"""{"name":"t","schema":{"type":"struct","fields":[{{Given.Columns}}]} }""");
        table.FormatVersion.ShouldBe(2);
        table.PartitionSpecs.Single().Fields.ShouldBeEmpty();
        table.LastPartitionId.ShouldBe(999);
        table.SortOrders.Single().OrderId.ShouldBe(0);
        table.DefaultSortOrderId.ShouldBe(0);
    }

    [Fact]
    public void Create_V1_WritesForOldReaders()
    {
        TableMetadata table = Create($$"""{"name":"t","properties":{"format-version":"1"},"schema":{"type":"struct","fields":[{{Given.Columns}}]},"partition-spec":{"fields":[{"name":"data","transform":"identity","source-id":2}]} }""");
        Given.Text(table).ShouldContain("\"schema\":{");
        Given.Text(table).ShouldContain("\"partition-spec\":[{\"name\":\"data\"");
    }

    [Fact]
    public void Create_BareArray_IsAllowedWhereTheSurfaceAllowsIt()
    {
        string json = $$"""{"name":"t","schema":{"type":"struct","fields":[{{Given.Columns}}]},"partition-spec":[{"name":"y","transform":"year","source-id":3,"field-id":1000}]}""";
        Create(json, bareArrays: true).PartitionSpecs.Single().Fields.Single().Name.ShouldBe("y");
        Given.Refused(() => Create(json)).Field.ShouldBe("partition-spec");
    }

    [Theory]
    [InlineData("""{"schema":{"type":"struct","fields":[]}}""", "name")]
    [InlineData("""{"name":"","schema":{"type":"struct","fields":[]}}""", "name")]
    [InlineData("""{"name":"t"}""", "schema")]
    [InlineData("""{"name":"t","schema":{"fields":[]}}""", "type")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"stage-create":"yes"}""", "stage-create")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"properties":{"a":1}}""", "properties.a")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"location":4}""", "location")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"properties":{"format-version":"4"}}""", "format-version")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"properties":{"format-version":"0"}}""", "format-version")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"properties":{"format-version":"two"}}""", "format-version")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"properties":{"commit.retry.num-retries":"-1"}}""", "commit.retry.num-retries")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"partition-spec":{"fields":[{"name":"a","transform":"identity","source-id":1}]}}""", "source-id")]
    [InlineData("""{"name":"t","schema":{"type":"struct","fields":[]},"write-order":{"fields":[{"source-id":1,"transform":"identity","direction":"asc","null-order":"nulls-first"}]}}""", "source-id")]
    public void Create_Malformed_IsRefusedByField(string json, string field) => Given.Refused(() => Create(json)).Field.ShouldBe(field);
}
