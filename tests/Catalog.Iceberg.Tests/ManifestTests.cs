using Catalog.Iceberg.Manifests;

namespace Catalog.Iceberg.Tests;

public sealed class ManifestTests
{
    private const string ListSchema = """
        {"type":"record","name":"manifest_file","fields":[
          {"name":"manifest_path","type":"string","field-id":500},{"name":"manifest_length","type":"long","field-id":501},
          {"name":"extra","type":["null",{"type":"array","items":{"type":"record","name":"x","fields":[{"name":"y","type":"bytes"}]}}],"field-id":507},
          {"name":"added_snapshot_id","type":["null","long"],"field-id":503},{"name":"added_data_files_count","type":["null","int"],"field-id":504}]}
        """;

    [Theory]
    [InlineData("v1-gzip", 5118746375387077887, 4774735161757163859, null)]
    [InlineData("v2-gzip", 605336106979451191, 1680741968749443679, 2L)]
    [InlineData("v2-zstd", 2234907406695437957, 1199688391475757780, 2L)]
    public void ReadList_OfPyIceberg_IsUnderstood(string name, long snapshot, long parent, long? sequence)
    {
        ManifestList list = ManifestList.Read(new MemoryStream(AvroFile.Read(name + "-list.avro")));
        list.SnapshotId.ShouldBe(snapshot);
        list.ParentSnapshotId.ShouldBe(parent);
        list.SequenceNumber.ShouldBe(sequence);
        list.Entries.Count.ShouldBe(2);
        ManifestListEntry newest = list.Entries.Single(entry => entry.AddedSnapshotId == snapshot);
        newest.ManifestPath.ShouldStartWith("file:///");
        newest.ManifestLength.ShouldBeGreaterThan(0);
        newest.AddedFilesCount.ShouldBe(1);
        newest.AddedRowsCount.ShouldBe(1);
        newest.Content.ShouldBe(ManifestContent.Data);
        newest.SequenceNumber.ShouldBe(sequence ?? 0);
        ManifestListEntry older = list.Entries.Single(entry => entry.AddedSnapshotId == parent);
        older.AddedFilesCount.ShouldBe(2);
        older.AddedRowsCount.ShouldBe(3);
    }

    [Theory]
    [InlineData("v1-gzip")]
    [InlineData("v2-gzip")]
    [InlineData("v2-zstd")]
    public void ReadPaths_OfPyIceberg_AreTheDataFiles(string name)
    {
        string[] paths = [.. Manifest.ReadPaths(new MemoryStream(AvroFile.Read(name + "-manifest.avro")))];
        paths.Length.ShouldBe(1);
        paths[0].ShouldContain("/data/part=%C3%A4/");
        paths[0].ShouldEndWith(".parquet");
    }

    [Fact]
    public void ReadList_OldNamesAndUnwantedFields_AreFoundByFieldId()
    {
        byte[] entry =
        [
            .. AvroFile.Text("s3://b/m.avro"), .. AvroFile.Long(7),
            .. AvroFile.Long(1), .. AvroFile.Long(-2), .. AvroFile.Long(4), .. AvroFile.Text("a"), .. AvroFile.Text("b"), .. AvroFile.Long(0),
            .. AvroFile.Long(1), .. AvroFile.Long(55), .. AvroFile.Long(1), .. AvroFile.Long(3),
        ];
        ManifestList list = ManifestList.Read(new AvroFile(ListSchema).Block(2, [.. entry, .. entry]).Block(0, []).Block(1, entry).Open());
        list.Entries.Count.ShouldBe(3);
        list.Entries[2].ShouldBe(new ManifestListEntry { ManifestPath = "s3://b/m.avro", ManifestLength = 7, AddedSnapshotId = 55, AddedFilesCount = 3 });
        list.SnapshotId.ShouldBeNull();
        list.NamesParent.ShouldBeFalse();
    }

    [Fact]
    public void ReadList_Snappy_IsUnderstood()
    {
        byte[] entry = [.. AvroFile.Text("m"), .. AvroFile.Long(7), .. AvroFile.Long(0), .. AvroFile.Long(0), .. AvroFile.Long(0)];
        byte[] packed = [.. Snappier.Snappy.CompressToArray(entry), 0, 0, 0, 0];
        ManifestList.Read(new AvroFile(ListSchema, "snappy").Block(1, packed).Open()).Entries.Single().ManifestPath.ShouldBe("m");
        Corrupt(new AvroFile(ListSchema, "snappy").Block(1, [1, 2, 3]));
        Corrupt(new AvroFile(ListSchema, "snappy").Block(1, [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0, 0, 0]));
    }

    [Fact]
    public void ReadList_Empty_HasNoEntries() => ManifestList.Read(new AvroFile(ListSchema).Open()).Entries.ShouldBeEmpty();

    [Fact]
    public void ReadList_HostileLengths_AreRefused()
    {
        Corrupt(new AvroFile(ListSchema).Block(1, AvroFile.Long(long.MaxValue)));
        Corrupt(new AvroFile(ListSchema).Block(1, AvroFile.Long(-9)));
        Corrupt(new AvroFile(ListSchema).Block(long.MaxValue, [0]));
        Corrupt(new AvroFile(ListSchema).Block(-1, [0]));
        Corrupt(new AvroFile(ListSchema).Block(1, []));
        Corrupt(new AvroFile(ListSchema).Block(1, [.. AvroFile.Text("m"), 0, 2, .. AvroFile.Long(long.MaxValue)]));
        Corrupt(new AvroFile(ListSchema).Block(1, [.. AvroFile.Text("m"), 0, .. AvroFile.Long(9)]));
        Corrupt(new AvroFile(ListSchema, "bzip2").Block(1, [0]));
        Corrupt(new AvroFile(ListSchema, "deflate").Block(1, [7, 7, 7]));
        Corrupt(new AvroFile(ListSchema, "zstandard").Block(1, [7, 7, 7]));
    }

    [Theory]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"manifest_path","type":"string","field-id":500},{"name":"n","type":["null","n"]}]}""")]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"a","type":{"type":"record","name":"b","fields":[{"name":"c","type":{"type":"array","items":"b"}}]}}]}""")]
    [InlineData("""{"type":"record","name":"n","namespace":"s","fields":[{"name":"manifest_path","type":"string","field-id":500},{"name":"n","type":["null","s.n"]}]}""")]
    [InlineData("""{"type":"record","name":"n","fields":[]}""")]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"other","type":"string","field-id":1}]}""")]
    [InlineData("\"string\"")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"manifest_path","field-id":500}]}""")]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"manifest_path","type":"unheard","field-id":500}]}""")]
    [InlineData("""{"type":"record","name":"n","fields":[{"name":"manifest_path","type":"long","field-id":500}]}""")]
    public void ReadList_HostileSchema_IsRefused(string schema) => Corrupt(new AvroFile(schema).Block(1, [2, 2, 2, 2]));

    [Fact]
    public void ReadList_SchemaThatGrowsWithoutEnd_IsRefused()
    {
        string fields = string.Join(",", Enumerable.Range(1, 40).Select(i =>
            $$"""{"name":"f{{i}}","type":{"type":"record","name":"r{{i}}","fields":[{{(i == 1 ? "" : $"{{\"name\":\"a\",\"type\":\"r{i - 1}\"}},{{\"name\":\"b\",\"type\":\"r{i - 1}\"}}")}}]} }"""));
        Corrupt(new AvroFile($$"""{"type":"record","name":"n","fields":[{"name":"manifest_path","type":"string","field-id":500},{{fields}}]}""").Block(1, AvroFile.Text("m")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Obj")]
    [InlineData("Obj\u0001")]
    [InlineData("PAR1 and more of it")]
    [InlineData("Obj\u0001\u0002\u0002\u0002")]
    public void ReadList_NotAvro_IsRefused(string text) =>
        Given.Refused(() => ManifestList.Read(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text))));

    private static void Corrupt(AvroFile file) => Given.Refused(() => ManifestList.Read(file.Open()));
}
