namespace Catalog.Iceberg.Tests;

public sealed class SchemaUpdateTests
{
    private const string Wider = """
        {"action":"add-schema","schema":{"type":"struct","schema-id":7,"fields":[
          {"id":1,"name":"id","required":true,"type":"long"},{"id":2,"name":"data","required":false,"type":"string"},
          {"id":3,"name":"ts","required":false,"type":"timestamp"},{"id":9,"name":"more","required":false,"type":"int","x-note":"kept"}]}}
        """;

    private const string Same = """
        {"action":"add-schema","last-column-id":3,"schema":{"type":"struct","schema-id":5,"identifier-field-ids":[],"fields":[
          {"id":1,"name":"id","required":true,"type":"long"},{"id":2,"name":"data","required":false,"type":"string"},
          {"id":3,"name":"ts","required":false,"type":"timestamp"}]}}
        """;

    private const string SetLast = """{"action":"set-current-schema","schema-id":-1}""";

    [Fact]
    public void AddSchema_New_GetsTheNextIdAndRaisesTheLastColumnId()
    {
        TableMetadata table = Given.Table().Apply(Wider);
        table.Schemas.Select(schema => schema.SchemaId).ShouldBe([0, 1]);
        table.CurrentSchemaId.ShouldBe(0);
        table.LastColumnId.ShouldBe(9);
        Given.Text(table).ShouldContain("\"x-note\":\"kept\"");
        table.Schemas[1].Fields[3].Id.ShouldBe(9);
    }

    [Fact]
    public void AddSchema_Identical_ChangesNothing()
    {
        TableMetadata table = Given.Table();
        table.Apply(Same).ShouldBeSameAs(table);
    }

    [Theory]
    [InlineData("\"doc\":\"other\",")]
    [InlineData("\"write-default\":7,")]
    public void AddSchema_OtherDocOrDefault_IsAnotherSchema(string member) =>
        Given.Table().Apply(Same.Replace("\"name\":\"id\",", "\"name\":\"id\"," + member, StringComparison.Ordinal)).Schemas.Count.ShouldBe(2);

    [Fact]
    public void AddSchema_OtherIdentifiers_IsAnotherSchema() =>
        Given.Table().Apply(Same.Replace("\"identifier-field-ids\":[]", "\"identifier-field-ids\":[1]", StringComparison.Ordinal)).Schemas.Count.ShouldBe(2);

    [Fact]
    public void AddSchema_ReadableLower_NeverLowersTheLastColumnId() =>
        Given.Table().Apply(Wider, """{"action":"add-schema","schema":{"type":"struct","fields":[{"id":1,"name":"id","required":true,"type":"long"}]}}""")
            .LastColumnId.ShouldBe(9);

    [Fact]
    public void SetCurrentSchema_LastAdded_IsTheOneJustAdded() => Given.Table().Apply(Wider, SetLast).CurrentSchemaId.ShouldBe(1);

    [Fact]
    public void SetCurrentSchema_LastAddedAgainInTheSameCommit_IsStillTheOneAdded() =>
        Given.Table().Apply(Wider, Wider, SetLast).CurrentSchemaId.ShouldBe(1);

    [Fact]
    public void SetCurrentSchema_NothingAdded_IsRefused() =>
        Given.Refused(() => Given.Table().Apply(SetLast)).Message.ShouldContain("no schema has been added");

    [Fact]
    public void SetCurrentSchema_LastAddedMatchedAnOldOne_IsForgotten()
    {
        Given.Refused(() => Given.Table().Apply(Same, SetLast));
        Given.Refused(() => Given.Table().Apply(Wider, Same, SetLast));
    }

    [Fact]
    public void SetCurrentSchema_Unknown_IsRefused() =>
        Given.Refused(() => Given.Table().Apply("""{"action":"set-current-schema","schema-id":4}""")).Field.ShouldBe("schema-id");

    [Fact]
    public void RemoveSchemas_NotCurrent_IsRemoved()
    {
        TableMetadata table = Given.Table().Apply(Wider, """{"action":"remove-schemas","schema-ids":[1,17]}""");
        table.Schemas.Single().SchemaId.ShouldBe(0);
        table.Apply("""{"action":"remove-schemas","schema-ids":[17]}""").ShouldBeSameAs(table);
        Given.Refused(() => table.Apply("""{"action":"remove-schemas","schema-ids":[0]}""")).Message.ShouldContain("current schema");
    }

    [Theory]
    [InlineData("timestamp_ns")]
    [InlineData("timestamptz_ns")]
    [InlineData("variant")]
    [InlineData("unknown")]
    [InlineData("geometry")]
    [InlineData("geometry(EPSG:4326)")]
    [InlineData("geography(OGC:CRS84, karney)")]
    public void AddSchema_TypeOfV3_NeedsV3(string type)
    {
        string update = $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{"id":4,"name":"n","required":false,"type":"{{type}}"}]} }""";
        Given.Refused(() => Given.Table(2).Apply(update)).Message.ShouldContain("is not supported until v3");
        Given.Table(3).Apply(update).Schemas.Count.ShouldBe(2);
        Given.Table(2).Apply("""{"action":"upgrade-format-version","format-version":3}""", update).NextRowId.ShouldBe(0);
    }

    [Fact]
    public void AddSchema_InitialDefault_NeedsV3()
    {
        const string Update = """{"action":"add-schema","schema":{"type":"struct","fields":[{"id":4,"name":"n","required":false,"type":"int","initial-default":1}]}}""";
        Given.Refused(() => Given.Table(2).Apply(Update)).Field.ShouldBe("initial-default");
        Given.Table(3).Apply(Update).Schemas[1].Fields[0].InitialDefault.IsEmpty.ShouldBeFalse();
        Given.Table(2).Apply(Update.Replace("1}]", "null}]", StringComparison.Ordinal)).Schemas.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"id":4,"name":"a","required":false,"type":"int"},{"id":4,"name":"b","required":false,"type":"int"}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":"int"},{"id":5,"name":"a","required":false,"type":"int"}""")]
    [InlineData("""{"id":4,"name":"a.b","required":false,"type":"int"},{"id":5,"name":"a","required":false,"type":{"type":"struct","fields":[{"id":6,"name":"b","required":false,"type":"int"}]}}""")]
    [InlineData("""{"id":4,"name":"","required":false,"type":"int"}""")]
    [InlineData("""{"id":0,"name":"a","required":false,"type":"int"}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":"integer"}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":"decimal(39, 2)"}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":"fixed[x]"}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":{"type":"set"}}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":{"type":"list","element-id":5,"element":"int"}}""")]
    [InlineData("""{"id":4,"name":"a","required":false,"type":{"type":"map","key-id":5,"key":"string","value-id":6,"value-required":false}}""")]
    [InlineData("""{"id":4,"name":"a","required":"no","type":"int"}""")]
    [InlineData("""{"id":4,"name":"a","type":"int"}""")]
    [InlineData("""{"id":4,"id":5,"name":"a","required":false,"type":"int"}""")]
    [InlineData("""{"id":"4","name":"a","required":false,"type":"int"}""")]
    [InlineData("""{"id":4,"name":null,"required":false,"type":"int"}""")]
    [InlineData("7")]
    public void AddSchema_Malformed_IsRefused(string fields) => Given.Refused(
        () => Given.Table(3).Apply($$"""{"action":"add-schema","schema":{"type":"struct","fields":[{{fields}}]} }"""));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(7, false)]
    [InlineData(9, false)]
    [InlineData(99, false)]
    public void AddSchema_IdentifierFields_AreRequiredPrimitivesInRequiredStructs(int id, bool allowed)
    {
        string update = $$"""
            {"action":"add-schema","schema":{"type":"struct","identifier-field-ids":[{{id}}],"fields":[
              {"id":1,"name":"a","required":true,"type":"int"},{"id":2,"name":"b","required":false,"type":"int"},{"id":3,"name":"c","required":true,"type":"double"},
              {"id":4,"name":"d","required":true,"type":{"type":"struct","fields":[{"id":5,"name":"e","required":true,"type":"string"}]} },
              {"id":6,"name":"f","required":false,"type":{"type":"struct","fields":[{"id":7,"name":"g","required":true,"type":"string"}]} },
              {"id":8,"name":"h","required":true,"type":{"type":"list","element-id":9,"element":"int","element-required":true} }]} }
            """;
        if (allowed)
        {
            Given.Table().Apply(update).Schemas[1].IdentifierFieldIds.ShouldBe([id]);
        }
        else
        {
            Given.Refused(() => Given.Table().Apply(update)).Field.ShouldBe("identifier-field-ids");
        }
    }

    [Fact]
    public void Build_CurrentSchemaLacksAPartitionSource_IsRefused()
    {
        TableMetadata table = Given.Table().Apply(
            """{"action":"add-spec","spec":{"fields":[{"name":"data","transform":"identity","source-id":2}]}}""",
            """{"action":"set-default-spec","spec-id":-1}""");
        const string Narrow = """{"action":"add-schema","schema":{"type":"struct","fields":[{"id":1,"name":"id","required":true,"type":"long"}]}}""";
        Given.Refused(() => table.Apply(Narrow, SetLast)).Message.ShouldContain("Cannot find source column");
        table.Apply(Narrow, SetLast, """{"action":"set-default-spec","spec-id":0}""").CurrentSchemaId.ShouldBe(1);
    }
}
