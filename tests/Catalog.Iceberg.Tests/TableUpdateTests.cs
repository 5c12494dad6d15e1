namespace Catalog.Iceberg.Tests;

public sealed class TableUpdateTests
{
    [Fact]
    public void AssignUuid_AnotherOne_IsRefused()
    {
        TableMetadata table = Given.Table();
        table.Apply($$"""{"action":"assign-uuid","uuid":"{{Given.Uuid.ToUpperInvariant()}}"}""").ShouldBeSameAs(table);
        Given.Refused(() => table.Apply("""{"action":"assign-uuid","uuid":"00000000-03fe-4693-9a96-a0705ddf69c1"}""")).Field.ShouldBe("uuid");
        Given.Refused(() => table.Apply("""{"action":"assign-uuid","uuid":"nonsense"}""")).Field.ShouldBe("uuid");
    }

    [Fact]
    public void UpgradeFormatVersion_GoesUpOnly()
    {
        TableMetadata table = Given.Table(2);
        table.Apply("""{"action":"upgrade-format-version","format-version":2}""").ShouldBeSameAs(table);
        Given.Refused(() => table.Apply("""{"action":"upgrade-format-version","format-version":1}""")).Message.ShouldContain("downgrade");
        Given.Refused(() => table.Apply("""{"action":"upgrade-format-version","format-version":4}""")).Message.ShouldContain("unsupported");
        TableMetadata upgraded = table.Apply("""{"action":"upgrade-format-version","format-version":3}""");
        Given.Text(upgraded).ShouldContain("\"next-row-id\":0");
        Given.Text(upgraded).ShouldContain("\"current-snapshot-id\":null");
    }

    [Fact]
    public void SetLocation_StripsTheTrailingSlash()
    {
        TableMetadata table = Given.Table();
        table.Apply("""{"action":"set-location","location":"s3://b/other//"}""").Location.ShouldBe("s3://b/other");
        table.Apply("""{"action":"set-location","location":"s3://b/t/"}""").ShouldBeSameAs(table);
        Given.Refused(() => table.Apply("""{"action":"set-location","location":""}"""));
    }

    [Fact]
    public void Properties_SetAndRemoved_KeepTheirOrderAndText()
    {
        TableMetadata table = Given.Table().Apply("""{"action":"set-properties","updates":{"b":"1","a":"é \"\\\n\u0000😀","c":""}}""");
        table.Properties.Keys.ShouldBe(["b", "a", "c"]);
        table.Properties["a"].ShouldBe("é \"\\\n\0😀");
        table.Apply("""{"action":"set-properties","updates":{"b":"1"}}""").ShouldBeSameAs(table);
        table.Apply("""{"action":"set-properties","updates":{}}""").ShouldBeSameAs(table);
        table.Apply("""{"action":"remove-properties","removals":["none"]}""").ShouldBeSameAs(table);
        TableMetadata next = table.Apply("""{"action":"set-properties","updated":{"a":"2"}}""", """{"action":"remove-properties","removed":["b","none"]}""");
        next.Properties.ShouldBe(new Dictionary<string, string> { ["a"] = "2", ["c"] = "" });
    }

    [Fact]
    public void Properties_Reserved_AreNotStored()
    {
        TableMetadata table = Given.Table();
        table.Apply("""{"action":"set-properties","updates":{"format-version":"3","uuid":"x","current-schema":"{}"}}""").ShouldBeSameAs(table);
    }

    [Theory]
    [InlineData("""{"action":"set-properties"}""", "updates")]
    [InlineData("""{"action":"set-properties","updates":{"a":1}}""", "updates.a")]
    [InlineData("""{"action":"set-properties","updates":{"a":null}}""", "updates.a")]
    [InlineData("""{"action":"set-properties","updates":["a"]}""", "updates")]
    [InlineData("""{"action":"remove-properties","removals":"a"}""", "removals")]
    [InlineData("""{"action":"remove-snapshots","snapshot-ids":[1.5]}""", "snapshot-ids")]
    [InlineData("""{"action":"set-current-schema","schema-id":"1"}""", "schema-id")]
    [InlineData("""{"action":"add-view-version","view-version":{}}""", "action")]
    [InlineData("""{"action":"set-current-view-version","view-version-id":1}""", "action")]
    [InlineData("""{"action":"explode"}""", "action")]
    [InlineData("""{"action":null}""", "action")]
    [InlineData("""{}""", "action")]
    [InlineData("""7""", "update")]
    [InlineData("""{"action":"set-properties","updates":{"a":"\ud800"}}""", "updates.a")]
    public void Parse_UnknownOrMalformed_IsRefusedByField(string json, string field) => Given.Refused(() => Given.Update(json)).Field.ShouldBe(field);

    [Fact]
    public void Statistics_OneFilePerSnapshot_IsReplaced()
    {
        static string Set(int size) => $$"""
            {"action":"set-statistics","snapshot-id":1,"statistics":{"snapshot-id":1,"statistics-path":"s3://p","file-size-in-bytes":{{size}},"file-footer-size-in-bytes":4,
             "blob-metadata":[{"type":"ndv","snapshot-id":1,"sequence-number":1,"fields":[1],"properties":{"ndv":"8"} }]} }
            """;
        TableMetadata table = Given.Table().Apply(Set(7));
        table.Apply(Set(7)).ShouldBeSameAs(table);
        TableMetadata next = table.Apply(Set(8));
        next.Statistics.Single().FileSizeInBytes.ShouldBe(8);
        next.Apply("""{"action":"remove-statistics","snapshot-id":1}""").Statistics.ShouldBeEmpty();
        next.Apply("""{"action":"remove-statistics","snapshot-id":2}""").ShouldBeSameAs(next);
        Given.Refused(() => Given.Update(Set(7).Replace("\"fields\":[1],", "", StringComparison.Ordinal))).Field.ShouldBe("fields");
    }

    [Fact]
    public void PartitionStatistics_OneFilePerSnapshot_IsReplaced()
    {
        static string Set(int size) => $$"""{"action":"set-partition-statistics","partition-statistics":{"snapshot-id":1,"statistics-path":"s3://p","file-size-in-bytes":{{size}} } }""";
        TableMetadata table = Given.Table().Apply(Set(7)).Apply(Set(8));
        table.PartitionStatistics.Single().FileSizeInBytes.ShouldBe(8);
        table.Apply("""{"action":"remove-partition-statistics","snapshot-id":1}""").PartitionStatistics.ShouldBeEmpty();
        table.Apply("""{"action":"remove-partition-statistics","snapshot-id":2}""").ShouldBeSameAs(table);
    }

    [Fact]
    public void EncryptionKeys_KnownOrMissing_ChangeNothing()
    {
        const string Add = """{"action":"add-encryption-key","encryption-key":{"key-id":"k","encrypted-key-metadata":"AAAA","encrypted-by-id":"m","properties":{"a":"b"}}}""";
        TableMetadata table = Given.Table(3).Apply(Add);
        table.EncryptionKeys.Single().EncryptedById.ShouldBe("m");
        table.Apply(Add).ShouldBeSameAs(table);
        table.Apply("""{"action":"remove-encryption-key","key-id":"other"}""").ShouldBeSameAs(table);
        TableMetadata without = table.Apply("""{"action":"remove-encryption-key","key-id":"k"}""");
        without.EncryptionKeys.ShouldBeEmpty();
        Given.Text(without).ShouldNotContain("encryption-keys");
    }
}
