using System.Text;
using System.Text.Json;

namespace Catalog.Iceberg.Tests;

/// <summary>The reference samples, where they lie beside the checkout, and small ones of our own.</summary>
public sealed class SampleTests
{
    private static readonly string? Folder = Find();

    [Theory]
    [InlineData("TableMetadataV1Valid", 1)]
    [InlineData("TableMetadataV2Valid", 2)]
    [InlineData("TableMetadataV2ValidMinimal", 2)]
    [InlineData("TableMetadataV3ValidMinimal", 3)]
    [InlineData("TableMetadataStatisticsFiles", 2)]
    [InlineData("TableMetadataPartitionStatisticsFiles", 2)]
    public void Parse_ValidSample_IsReadAndKept(string name, int version)
    {
        byte[] sample = Sample(name);
        TableMetadata table = TableMetadata.Parse(sample);
        table.FormatVersion.ShouldBe(version);
        table.ShouldBeReadBackAsItIs();

        using JsonDocument before = JsonDocument.Parse(sample);
        using JsonDocument after = JsonDocument.Parse(table.ToUtf8());
        foreach (JsonProperty member in before.RootElement.EnumerateObject())
        {
            if (version > 1 || member.Name != "schema")
            {
                JsonElement.DeepEquals(after.RootElement.GetProperty(member.Name), member.Value).ShouldBeTrue(member.Name);
            }
        }
    }

    [Theory]
    [InlineData("TableMetadataUnsupportedVersion", "format-version")]
    [InlineData("TableMetadataV1MissingSchemaType", "type")]
    [InlineData("TableMetadataV2CurrentSchemaNotFound", "current-schema-id")]
    [InlineData("TableMetadataV2MissingLastPartitionId", "last-partition-id")]
    [InlineData("TableMetadataV2MissingPartitionSpecs", "partition-specs")]
    [InlineData("TableMetadataV2MissingSchemas", "schemas")]
    [InlineData("TableMetadataV2MissingSortOrder", "sort-orders")]
    public void Parse_InvalidSample_IsRefusedByField(string name, string field)
    {
        MetadataValidationException error = Should.Throw<MetadataValidationException>(() => TableMetadata.Parse(Sample(name)));
        error.Field.ShouldBe(field);
        error.Message.ShouldContain(field == "format-version" ? "unsupported version 42" : field);
    }

    [Fact]
    public void Parse_V1WithoutLists_MakesThem()
    {
        TableMetadata table = TableMetadata.Parse(Encoding.UTF8.GetBytes("""
            {"format-version":1,"location":"s3://b/t/","last-updated-ms":5,"last-column-id":1,
             "schema":{"type":"struct","fields":[{"id":1,"name":"x","required":true,"type":"long"}]},
             "partition-spec":[{"name":"x","transform":"identity","source-id":1},{"name":"y","transform":"bucket[4]","source-id":1}],
             "current-snapshot-id":7,"snapshots":[{"snapshot-id":7,"timestamp-ms":4,"manifests":["s3://b/m.avro"]}]}
            """));

        table.TableUuid.ShouldBeNull();
        table.Location.ShouldBe("s3://b/t");
        table.CurrentSchemaId.ShouldBe(0);
        table.PartitionSpecs.Single().Fields.Select(field => field.FieldId).ShouldBe([1000, 1001]);
        table.LastPartitionId.ShouldBe(1001);
        table.SortOrders.Single().OrderId.ShouldBe(0);
        table.Refs["main"].SnapshotId.ShouldBe(7);
        table.Snapshots[0].Manifests.ShouldBe(["s3://b/m.avro"]);
        table.Snapshots[0].ManifestList.ShouldBeNull();
        string text = Given.Text(table);
        text.ShouldContain("\"schema\":{");
        text.ShouldContain("\"partition-spec\":[{");
        text.ShouldNotContain("last-sequence-number");
        text.ShouldContain("\"current-snapshot-id\":7");
        table.ShouldBeReadBackAsItIs();
    }

    [Theory]
    [InlineData(1, "\"current-snapshot-id\":-1")]
    [InlineData(2, "\"current-snapshot-id\":-1")]
    [InlineData(3, "\"current-snapshot-id\":null")]
    public void ToUtf8_NoCurrentSnapshot_IsWrittenAsTheVersionWants(int version, string expected)
    {
        Given.Text(Given.Table(version)).ShouldContain(expected);
        Given.Table(version, extra: ",\"current-snapshot-id\":-1").CurrentSnapshotId.ShouldBeNull();
        Given.Table(version, extra: ",\"current-snapshot-id\":null").CurrentSnapshotId.ShouldBeNull();
    }

    private static byte[] Sample(string name)
    {
        if (Folder is null)
        {
            Assert.Skip("The reference samples do not lie beside this checkout.");
        }

        return File.ReadAllBytes(Path.Combine(Folder, name + ".json"));
    }

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "reference", "iceberg-metadata");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
