namespace Catalog.Iceberg.Tests;

public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("\"boolean\"", "true", true)]
    [InlineData("\"boolean\"", "\"true\"", false)]
    [InlineData("\"int\"", "2147483647", true)]
    [InlineData("\"int\"", "2147483648", false)]
    [InlineData("\"int\"", "1.0", false)]
    [InlineData("\"long\"", "9223372036854775807", true)]
    [InlineData("\"long\"", "\"1\"", false)]
    [InlineData("\"float\"", "1.5", true)]
    [InlineData("\"double\"", "1e3", true)]
    [InlineData("\"double\"", "1", false)]
    [InlineData("\"decimal(9, 2)\"", "\"14.20\"", true)]
    [InlineData("\"decimal(9,2)\"", "\"14.2\"", false)]
    [InlineData("\"decimal(9,0)\"", "\"-14\"", true)]
    [InlineData("\"decimal(9, 2)\"", "14.20", false)]
    [InlineData("\"date\"", "\"2007-12-03\"", true)]
    [InlineData("\"date\"", "\"03.12.2007\"", false)]
    [InlineData("\"time\"", "\"10:15:30.123456\"", true)]
    [InlineData("\"time\"", "36930", false)]
    [InlineData("\"timestamp\"", "\"2007-12-03T10:15:30\"", true)]
    [InlineData("\"timestamp\"", "\"2007-12-03T10:15:30+00:00\"", false)]
    [InlineData("\"timestamptz\"", "\"2007-12-03T10:15:30+00:00\"", true)]
    [InlineData("\"timestamptz\"", "\"2007-12-03T10:15:30+02:00\"", false)]
    [InlineData("\"timestamp_ns\"", "\"2007-12-03T10:15:30.123456789\"", true)]
    [InlineData("\"timestamptz_ns\"", "\"2007-12-03T10:15:30.123456789+00:00\"", true)]
    [InlineData("\"string\"", "\"é\"", true)]
    [InlineData("\"string\"", "7", false)]
    [InlineData("\"uuid\"", "\"eb26bdb1-a1d8-4aa6-990e-da940875492c\"", true)]
    [InlineData("\"uuid\"", "\"eb26bdb1a1d84aa6990eda940875492c\"", false)]
    [InlineData("\"fixed[2]\"", "\"78f4\"", true)]
    [InlineData("\"fixed[2]\"", "\"78f479\"", false)]
    [InlineData("\"binary\"", "\"78\"", true)]
    [InlineData("\"binary\"", "\"7g\"", false)]
    [InlineData("\"variant\"", "1", false)]
    [InlineData("\"geometry\"", "\"POINT (1 1)\"", false)]
    [InlineData("\"unknown\"", "1", false)]
    [InlineData("\"unknown\"", "null", true)]
    [InlineData("""{"type":"list","element-id":5,"element":"int","element-required":true}""", "[1,2]", true)]
    [InlineData("""{"type":"list","element-id":5,"element":"int","element-required":true}""", "[1,null]", false)]
    [InlineData("""{"type":"map","key-id":5,"key":"string","value-id":6,"value":"int","value-required":false}""", """{"keys":["a"],"values":[1]}""", true)]
    [InlineData("""{"type":"map","key-id":5,"key":"string","value-id":6,"value":"int","value-required":false}""", """{"keys":["a"],"values":[]}""", false)]
    [InlineData("""{"type":"struct","fields":[]}""", "{}", true)]
    public void AddSchema_Default_IsAValueOfTheType(string type, string value, bool fits)
    {
        foreach (string member in (string[])["initial-default", "write-default"])
        {
            string update = $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{"id":4,"name":"n","required":false,"type":{{type}},"{{member}}":{{value}} }]} }""";
            if (fits)
            {
                Given.Table(3).Apply(update).Schemas.Count.ShouldBe(2);
            }
            else
            {
                Given.Refused(() => Given.Table(3).Apply(update)).Field.ShouldBe(member);
            }
        }
    }

    [Fact]
    public void AddSchema_SameDefaultWrittenOtherwise_IsTheSameSchema()
    {
        static string Update(string value) => $$"""{"action":"add-schema","schema":{"type":"struct","fields":[{"id":4,"name":"n","required":false,"type":"string","initial-default":{{value}} }]} }""";
        TableMetadata table = Given.Table(3).Apply(Update("\"é\""));
        table.Apply(Update("\"\\u00e9\"")).ShouldBeSameAs(table);
        table.Apply(Update("\"e\"")).Schemas.Count.ShouldBe(3);
    }
}
