using System.Text;
using System.Text.Json;
using Catalog.Iceberg.Manifests;

namespace Catalog.Iceberg.Tests;

/// <summary>
/// Mutated input ends in a result or in the one known error, never in another. The short form runs with the tests;
/// ICEBERG_FUZZ_ROUNDS=1000000 makes it long.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("ICEBERG_FUZZ_ROUNDS"), out int rounds) ? rounds : 3000;

    private static readonly string[] Updates =
    [
        Given.Snapshot(5, 1, 3, extra: ",\"schema-id\":0,\"first-row-id\":4,\"added-rows\":2"), Given.MoveMain(1), Given.Ref("t", 2, "tag", ",\"max-ref-age-ms\":5"),
        """{"action":"add-schema","schema":{"type":"struct","schema-id":1,"identifier-field-ids":[1],"fields":[{"id":1,"name":"id","required":true,"type":"long"},{"id":9,"name":"n","required":false,"type":{"type":"map","key-id":10,"key":"decimal(9,2)","value-id":11,"value":{"type":"list","element-id":12,"element":{"type":"struct","fields":[{"id":13,"name":"x","required":false,"type":"geography(OGC:CRS84, karney)","initial-default":null,"write-default":null}]},"element-required":true},"value-required":false}}]}}""",
        """{"action":"set-current-schema","schema-id":-1}""",
        """{"action":"add-spec","spec":{"spec-id":1,"fields":[{"name":"id_b","transform":"bucket[4]","source-id":1,"field-id":1000},{"name":"d","transform":"day","source-id":3}]}}""",
        """{"action":"set-default-spec","spec-id":-1}""",
        """{"action":"add-sort-order","sort-order":{"order-id":1,"fields":[{"transform":"identity","source-id":1,"direction":"asc","null-order":"nulls-first"}]}}""",
        """{"action":"set-default-sort-order","sort-order-id":-1}""",
        """{"action":"set-statistics","statistics":{"snapshot-id":1,"statistics-path":"p","file-size-in-bytes":1,"file-footer-size-in-bytes":1,"blob-metadata":[{"type":"ndv","snapshot-id":1,"sequence-number":1,"fields":[1]}]}}""",
        """{"action":"set-properties","updates":{"a":"\u00e9","write.metadata.previous-versions-max":"3"}}""",
        """{"action":"remove-properties","removals":["a"]}""",
        """{"action":"remove-snapshots","snapshot-ids":[1,2]}""",
        """{"action":"upgrade-format-version","format-version":3}""",
        """{"action":"add-encryption-key","encryption-key":{"key-id":"k","encrypted-key-metadata":"AAAA"}}""",
    ];

    private static readonly TableMetadata Table = Given.Table(2)
        .Apply(Given.Snapshot(1), Given.MoveMain(1), """{"action":"set-properties","updates":{"a":"1","b":"\u00e9"}}""")
        .Apply(Given.Snapshot(2, 1, 2), Given.MoveMain(2), Given.Ref("x", 1, "tag"));

    [Fact]
    public void Metadata_Mutated_ParsesOrIsRefused()
    {
        var random = new Random(1);
        byte[][] seeds = [.. new[] { 1, 2, 3 }.Select(version => Given.Table(version).ToUtf8()), Table.ToUtf8()];
        Run(random, seeds, bytes =>
        {
            TableMetadata table = TableMetadata.Parse(bytes);
            table.ShouldBeReadBackAsItIs();
            foreach (Snapshots.Snapshot snapshot in table.Snapshots)
            {
                _ = (snapshot.ManifestList, snapshot.Summary.Count, snapshot.Manifests.Count);
            }
        });
    }

    [Fact]
    public void Updates_Mutated_ApplyOrAreRefused()
    {
        var random = new Random(2);
        byte[][] seeds = [.. Updates.Select(Encoding.UTF8.GetBytes)];
        Run(random, seeds, bytes =>
        {
            if (Read(bytes) is not { } json)
            {
                return;
            }

            var builder = TableMetadataBuilder.From(Table, "s3://b/t/metadata/1.json");
            builder.Apply(TableUpdate.Parse(json));
            if (random.Next(2) == 0)
            {
                builder.Apply(Given.Update(Updates[random.Next(Updates.Length)]));
            }

            builder.Build(Given.Now).ShouldBeReadBackAsItIs();
        });
    }

    [Fact]
    public void CreateRequests_Mutated_AreMadeOrRefused()
    {
        var random = new Random(3);
        string schema = Updates[3].Split("\"schema\":", 2)[1][..^1];
        byte[] seed = Encoding.UTF8.GetBytes(
            $$"""{"name":"t","location":"l","schema":{{schema}},"partition-spec":{"fields":[{"name":"p","transform":"bucket[4]","source-id":1}]},"write-order":{"order-id":1,"fields":[{"transform":"identity","source-id":1,"direction":"asc","null-order":"nulls-first"}]},"properties":{"format-version":"3","a":"b"},"stage-create":true}""");
        Run(random, [seed], bytes =>
        {
            if (Read(bytes) is { } json)
            {
                TableCreation.Create(CreateTableRequest.Parse(json, bareArraysAllowed: true), Guid.Empty, "s3://b", Given.Now).ShouldBeReadBackAsItIs();
            }
        });
    }

    [Fact]
    public void Requirements_Mutated_AreCheckedOrRefused() => Run(
        new Random(4),
        [.. new[]
        {
            """{"type":"assert-ref-snapshot-id","ref":"main","snapshot-id":1}""", """{"type":"assert-table-uuid","uuid":"9c12d441-03fe-4693-9a96-a0705ddf69c1"}""",
            """{"type":"assert-last-assigned-field-id","last-assigned-field-id":3}""",
        }.Select(Encoding.UTF8.GetBytes)],
        bytes =>
        {
            if (Read(bytes) is { } json)
            {
                TableRequirement.Parse(json).Check(Table);
            }
        });

    [Theory]
    [InlineData("v1-gzip-list.avro")]
    [InlineData("v2-gzip-list.avro")]
    [InlineData("v2-zstd-list.avro")]
    public void ManifestLists_Mutated_AreReadOrRefused(string name) =>
        Run(new Random(5), [AvroFile.Read(name)], bytes => ManifestList.Read(new MemoryStream(bytes)), Rounds / 4);

    [Theory]
    [InlineData("v1-gzip-manifest.avro")]
    [InlineData("v2-zstd-manifest.avro")]
    public void Manifests_Mutated_AreReadOrRefused(string name) =>
        Run(new Random(6), [AvroFile.Read(name)], bytes => Manifest.ReadPaths(new MemoryStream(bytes)).ToList().ForEach(path => path.ShouldNotBeNull()), Rounds / 4);

    [Fact]
    public void Metadata_NestedTooDeep_IsRefused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));
        Given.Refused(() => Given.Table(extra: $",\"x\":{deep}"));
        string type = Enumerable.Range(10, 300).Aggregate("\"int\"", (inner, id) => $$"""{"type":"list","element-id":{{id}},"element":{{inner}},"element-required":true}""");
        Given.Refused(() => Given.Table(columns: $$"""{"id":1,"name":"a","required":false,"type":{{type}}}"""));
    }

    private static void Run(Random random, byte[][] seeds, Action<byte[]> act, int? rounds = null)
    {
        for (int i = 0; i < (rounds ?? Rounds); i++)
        {
            byte[] mutated = Mutation.Of(random, seeds[random.Next(seeds.Length)]);
            try
            {
                act(mutated);
            }
            catch (Exception e) when (e is MetadataValidationException or RequirementFailedException)
            {
                e.Message.ShouldNotBeNullOrEmpty();
            }
            catch (Exception e)
            {
                Assert.Fail($"{e}\n{Convert.ToBase64String(mutated)}\n{Encoding.UTF8.GetString(mutated)}");
            }
        }
    }

    private static JsonElement? Read(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
