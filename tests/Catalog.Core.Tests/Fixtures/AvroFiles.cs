using System.Text;

namespace Catalog.Core.Tests;

/// <summary>Writes manifest lists and manifests with the few fields that a purge reads.</summary>
internal static class AvroFiles
{
    private const string ListSchema = """
        {"type":"record","name":"manifest_file","fields":[{"name":"manifest_path","type":"string","field-id":500},{"name":"manifest_length","type":"long","field-id":501},
        {"name":"partition_spec_id","type":"int","field-id":502},{"name":"sequence_number","type":"long","field-id":515},{"name":"added_snapshot_id","type":["null","long"],"default":null,"field-id":503}]}
        """;

    private const string ManifestSchema = """
        {"type":"record","name":"manifest_entry","fields":[{"name":"status","type":"int","field-id":0},{"name":"snapshot_id","type":["null","long"],"default":null,"field-id":1},
        {"name":"data_file","field-id":2,"type":{"type":"record","name":"r2","fields":[{"name":"file_path","type":"string","field-id":100},{"name":"file_format","type":"string","field-id":101}]}}]}
        """;

    private static readonly byte[] Sync = Encoding.ASCII.GetBytes("0123456789abcdef");

    public static void WriteList(string path, params string[] manifests) => WriteList(path, 1, manifests);

    public static void WriteList(string path, long snapshot, params string[] manifests) =>
        Write(path, ListSchema, [.. manifests.Select(manifest => (byte[])[.. Text(manifest), .. Long(100), .. Long(0), .. Long(snapshot), .. Long(1), .. Long(snapshot)])]);

    public static void WriteManifest(string path, params string[] files) =>
        Write(path, ManifestSchema, [.. files.Select(static file => (byte[])[.. Long(1), .. Long(0), .. Text(file), .. Text("PARQUET")])]);

    private static void Write(string path, string schema, byte[][] records)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = File.Create(path);
        file.Write("Obj\u0001"u8);
        file.Write([.. Long(2), .. Text("avro.schema"), .. Text(schema), .. Text("avro.codec"), .. Text("null"), .. Long(0), .. Sync]);
        byte[] block = [.. records.SelectMany(static record => record)];
        file.Write([.. Long(records.Length), .. Long(block.Length), .. block, .. Sync]);
    }

    private static byte[] Long(long value)
    {
        ulong zigzag = (ulong)((value << 1) ^ (value >> 63));
        var bytes = new List<byte>();
        do
        {
            bytes.Add((byte)((zigzag & 0x7F) | (zigzag > 0x7F ? 0x80u : 0)));
            zigzag >>= 7;
        }
        while (zigzag != 0);

        return [.. bytes];
    }

    private static byte[] Text(string text) => [.. Long(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];
}
