namespace Catalog.Iceberg.Tests;

public sealed class PartitionSpecUpdateTests
{
    private const string SetLast = """{"action":"set-default-spec","spec-id":-1}""";

    private const string Nested = """
        {"id":1,"name":"id","required":true,"type":"long"},{"id":2,"name":"data","required":false,"type":"string"},{"id":3,"name":"ts","required":false,"type":"timestamp"},
        {"id":4,"name":"s","required":false,"type":{"type":"struct","fields":[{"id":5,"name":"in","required":false,"type":"date"}]}},
        {"id":6,"name":"l","required":false,"type":{"type":"list","element-id":7,"element":"int","element-required":true}},
        {"id":8,"name":"m","required":false,"type":{"type":"map","key-id":9,"key":"string","value-id":10,"value":"int","value-required":false}},
        {"id":11,"name":"t","required":false,"type":"time"},{"id":12,"name":"b","required":false,"type":"boolean"},
        {"id":13,"name":"u","required":false,"type":"uuid"},{"id":14,"name":"f","required":false,"type":"fixed[4]"},{"id":15,"name":"d","required":false,"type":"decimal(9,2)"},
        {"id":16,"name":"fl","required":false,"type":"float"},{"id":17,"name":"bin","required":false,"type":"binary"}
        """;

    private static string Spec(params string[] fields) => $$"""{"action":"add-spec","spec":{"spec-id":9,"x-kept":true,"fields":[{{string.Join(",", fields)}}]} }""";

    private static string Field(int source, string transform, string name, int? id = null) =>
        $$"""{"name":"{{name}}","transform":"{{transform}}","source-id":{{source}}{{(id is null ? "" : $",\"field-id\":{id}")}}}""";

    [Fact]
    public void AddSpec_New_GetsTheNextIdsAndKeepsUnknownMembers()
    {
        TableMetadata table = Given.Table().Apply(Spec(Field(1, "bucket[4]", "id_bucket", 1000), Field(3, "DAY", "ts_day", 1001)), SetLast);
        table.PartitionSpecs.Select(spec => spec.SpecId).ShouldBe([0, 1]);
        table.DefaultSpecId.ShouldBe(1);
        table.LastPartitionId.ShouldBe(1001);
        Given.Text(table).ShouldContain("\"x-kept\":true");
        Given.Text(table).ShouldContain("\"transform\":\"day\"");
    }

    [Fact]
    public void AddSpec_SameFields_ReusesTheSpecWhateverTheFieldIds()
    {
        TableMetadata table = Given.Table().Apply(Spec(Field(1, "bucket[4]", "id_bucket", 1000)));
        table.Apply(Spec(Field(1, "bucket[4]", "id_bucket", 1007))).ShouldBeSameAs(table);
        table.Apply(Spec()).ShouldBeSameAs(table);
        table.Apply(Spec(Field(1, "bucket[4]", "other", 1000))).PartitionSpecs.Count.ShouldBe(3);
    }

    [Fact]
    public void AddSpec_WithoutFieldIds_ReusesThoseOfEqualFieldsAndCountsOn()
    {
        TableMetadata table = Given.Table().Apply(Spec(Field(1, "bucket[4]", "a"), Field(2, "identity", "data")));
        table.PartitionSpecs[1].Fields.Select(field => field.FieldId).ShouldBe([1000, 1001]);
        TableMetadata next = table.Apply(Spec(Field(3, "day", "c"), Field(1, "bucket[4]", "renamed")));
        next.PartitionSpecs[2].Fields.Select(field => field.FieldId).ShouldBe([1002, 1000]);
        next.LastPartitionId.ShouldBe(1002);
    }

    [Fact]
    public void AddSpec_IdOfAnotherField_IsRefused()
    {
        TableMetadata table = Given.Table().Apply(Spec(Field(1, "bucket[4]", "a", 1000)));
        Given.Refused(() => table.Apply(Spec(Field(2, "identity", "data", 1000)))).Field.ShouldBe("field-id");
        Given.Refused(() => table.Apply(Spec(Field(2, "identity", "data", 1001), Field(3, "day", "x", 1001)))).Field.ShouldBe("field-id");
    }

    [Theory]
    [InlineData(1, "identity", true)]
    [InlineData(5, "month", true)]
    [InlineData(5, "hour", false)]
    [InlineData(3, "hour", true)]
    [InlineData(3, "bucket[16]", true)]
    [InlineData(11, "bucket[16]", true)]
    [InlineData(11, "year", false)]
    [InlineData(12, "identity", true)]
    [InlineData(12, "bucket[2]", false)]
    [InlineData(13, "bucket[2]", true)]
    [InlineData(13, "truncate[2]", false)]
    [InlineData(14, "bucket[2]", true)]
    [InlineData(14, "truncate[2]", false)]
    [InlineData(15, "truncate[2]", true)]
    [InlineData(16, "bucket[2]", false)]
    [InlineData(17, "truncate[2]", true)]
    [InlineData(2, "truncate[2]", true)]
    [InlineData(2, "day", false)]
    [InlineData(4, "identity", false)]
    [InlineData(6, "identity", false)]
    [InlineData(7, "identity", false)]
    [InlineData(9, "identity", false)]
    [InlineData(10, "identity", false)]
    [InlineData(99, "identity", false)]
    [InlineData(99, "void", true)]
    [InlineData(6, "void", true)]
    [InlineData(1, "bucket[0]", false)]
    [InlineData(1, "bucket[-1]", false)]
    [InlineData(1, "bucket", false)]
    [InlineData(1, "zorder", false)]
    [InlineData(1, "truncate[99999999999]", false)]
    public void AddSpec_SourceAndTransform_MustSuitEachOther(int source, string transform, bool allowed)
    {
        TableMetadata table = Given.Table(columns: Nested);
        if (allowed)
        {
            table.Apply(Spec(Field(source, transform, "p"))).PartitionSpecs.Count.ShouldBe(2);
        }
        else
        {
            Given.Refused(() => table.Apply(Spec(Field(source, transform, "p"))));
        }
    }

    [Theory]
    [InlineData("", 1, "identity")]
    [InlineData("data", 1, "bucket[4]")]
    public void AddSpec_BadNames_AreRefused(string name, int source, string transform) =>
        Given.Refused(() => Given.Table().Apply(Spec(Field(source, transform, name)))).Field.ShouldBe("name");

    [Fact]
    public void AddSpec_SameNameTwice_IsRefused() =>
        Given.Refused(() => Given.Table().Apply(Spec(Field(1, "bucket[4]", "p"), Field(2, "identity", "p")))).Message.ShouldContain("more than once");

    [Fact]
    public void SetDefaultSpec_UnknownAtTheEnd_IsRefused()
    {
        Given.Refused(() => Given.Table().Apply("""{"action":"set-default-spec","spec-id":1}""")).Message.ShouldContain("unknown spec: 1");
        Given.Refused(() => Given.Table().Apply(SetLast)).Message.ShouldContain("no partition spec has been added");
        Given.Table().Apply("""{"action":"set-default-spec","spec-id":1}""", Spec(Field(1, "identity", "id"))).DefaultSpecId.ShouldBe(1);
    }

    [Fact]
    public void SetDefaultSpec_LastAddedMatchedAnOldOne_IsForgotten() =>
        Given.Refused(() => Given.Table().Apply(Spec(Field(1, "identity", "id")), Spec(), SetLast));

    [Fact]
    public void AddSpec_V1_NeedsIdsInSequence()
    {
        Given.Refused(() => Given.Table(1).Apply(Spec(Field(1, "identity", "id", 1001)))).Message.ShouldContain("sequential");
        TableMetadata table = Given.Table(1).Apply(Spec(Field(1, "void", "id", 1000), Field(2, "identity", "data", 1001)), SetLast);
        table.LastPartitionId.ShouldBe(1001);
        Given.Text(table).ShouldContain("\"partition-spec\":[{\"name\":\"id\",\"transform\":\"void\"");
        Given.Table(1).Apply(Spec(Field(1, "identity", "id"), Field(2, "identity", "data")))
            .PartitionSpecs[1].Fields.Select(field => field.FieldId).ShouldBe([1000, 1001]);
    }

    [Fact]
    public void RemovePartitionSpecs_NotTheDefault_AreRemoved()
    {
        TableMetadata table = Given.Table().Apply(Spec(Field(1, "identity", "id")), SetLast);
        Given.Refused(() => table.Apply("""{"action":"remove-partition-specs","spec-ids":[1]}""")).Message.ShouldContain("default partition spec");
        table.Apply("""{"action":"remove-partition-specs","spec-ids":[0,5]}""").PartitionSpecs.Single().SpecId.ShouldBe(1);
        table.Apply("""{"action":"remove-partition-specs","spec-ids":[5]}""").ShouldBeSameAs(table);
    }
}
