namespace Catalog.Iceberg.Tests;

public sealed class RequirementTests
{
    private static readonly TableMetadata Table = Given.Table().Apply(
        Given.Snapshot(1), Given.MoveMain(1), Given.Ref("audit", 1), Given.Ref("v1", 1, "tag"));

    [Theory]
    [InlineData("""{"type":"assert-table-uuid","uuid":"9C12D441-03FE-4693-9A96-A0705DDF69C1"}""")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":1}""")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"gone","snapshot-id":null}""")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"gone"}""")]
    [InlineData("""{"type":"assert-last-assigned-field-id","last-assigned-field-id":3}""")]
    [InlineData("""{"type":"assert-current-schema-id","current-schema-id":0}""")]
    [InlineData("""{"type":"assert-last-assigned-partition-id","last-assigned-partition-id":999}""")]
    [InlineData("""{"type":"assert-default-spec-id","default-spec-id":0}""")]
    [InlineData("""{"type":"assert-default-sort-order-id","default-sort-order-id":0}""")]
    public void Check_Holds_SaysNothing(string json) => Given.Requirement(json).Check(Table);

    [Theory]
    [InlineData("""{"type":"assert-create"}""", "table already exists")]
    [InlineData("""{"type":"assert-table-uuid","uuid":"00000000-03fe-4693-9a96-a0705ddf69c1"}""", "UUID does not match")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":2}""", "branch main has changed: expected id 2 != 1")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":null}""", "branch main was created concurrently")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"v1"}""", "tag v1 was created concurrently")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"gone","snapshot-id":1}""", "branch or tag gone is missing, expected 1")]
    [InlineData("""{"type":"assert-last-assigned-field-id","last-assigned-field-id":2}""", "last assigned field id changed")]
    [InlineData("""{"type":"assert-current-schema-id","current-schema-id":1}""", "current schema changed")]
    [InlineData("""{"type":"assert-last-assigned-partition-id","last-assigned-partition-id":1000}""", "last assigned partition id changed")]
    [InlineData("""{"type":"assert-default-spec-id","default-spec-id":1}""", "default partition spec changed")]
    [InlineData("""{"type":"assert-default-sort-order-id","default-sort-order-id":1}""", "default sort order changed")]
    public void Check_DoesNotHold_FailsWithTheWordsClientsLookFor(string json, string words)
    {
        RequirementFailedException error = Should.Throw<RequirementFailedException>(() => Given.Requirement(json).Check(Table));
        error.Message.ShouldStartWith("Requirement failed: " + words);
    }

    [Fact]
    public void Check_AssertCreateWithoutTable_Holds() => Given.Requirement("""{"type":"assert-create"}""").Check(null);

    [Fact]
    public void Check_AnyOtherWithoutTable_Fails() =>
        Should.Throw<RequirementFailedException>(() => Given.Requirement("""{"type":"assert-default-spec-id","default-spec-id":0}""").Check(null));

    [Theory]
    [InlineData("""{"type":"assert-view-uuid","uuid":"x"}""", "type")]
    [InlineData("""{"type":"assert-next-row-id","next-row-id":1}""", "type")]
    [InlineData("""{"uuid":"x"}""", "type")]
    [InlineData("""{"type":7}""", "type")]
    [InlineData("""[]""", "requirement")]
    [InlineData("""{"type":"assert-table-uuid"}""", "uuid")]
    [InlineData("""{"type":"assert-ref-snapshot-id","snapshot-id":1}""", "ref")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":1.5}""", "snapshot-id")]
    [InlineData("""{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":"1"}""", "snapshot-id")]
    [InlineData("""{"type":"assert-current-schema-id","current-schema-id":99999999999}""", "current-schema-id")]
    public void Parse_UnknownOrMalformed_IsRefusedByField(string json, string field) =>
        Given.Refused(() => Given.Requirement(json)).Field.ShouldBe(field);
}
