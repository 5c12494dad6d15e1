using System.Text;

namespace Catalog.Iceberg.Tests;

/// <summary>Avro files made by hand, for what no well-behaved writer would write.</summary>
internal sealed class AvroFile
{
    private static readonly byte[] Sync = Encoding.ASCII.GetBytes("0123456789abcdef");

    private readonly List<byte> _bytes = [];

    public AvroFile(string schema, string codec = "null", params (string Key, string Value)[] metadata)
    {
        _bytes.AddRange("Obj\u0001"u8);
        (string Key, string Value)[] all = [("avro.schema", schema), ("avro.codec", codec), .. metadata];
        _bytes.AddRange(Long(all.Length));
        foreach ((string key, string value) in all)
        {
            _bytes.AddRange(Text(key));
            _bytes.AddRange(Text(value));
        }

        _bytes.AddRange(Long(0));
        _bytes.AddRange(Sync);
    }

    public static byte[] Read(string name, string writer = "pyiceberg") =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", writer, name));

    public AvroFile Block(long records, byte[] bytes)
    {
        _bytes.AddRange(Long(records));
        _bytes.AddRange(Long(bytes.Length));
        _bytes.AddRange(bytes);
        _bytes.AddRange(Sync);
        return this;
    }

    public MemoryStream Open() => new([.. _bytes]);

    public static byte[] Long(long value)
    {
        ulong zigzag = (ulong)((value << 1) ^ (value >> 63));
        List<byte> bytes = [];
        do
        {
            bytes.Add((byte)((zigzag & 0x7F) | (zigzag > 0x7F ? 0x80u : 0)));
            zigzag >>= 7;
        }
        while (zigzag != 0);

        return [.. bytes];
    }

    public static byte[] Text(string text) => [.. Long(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];
}
