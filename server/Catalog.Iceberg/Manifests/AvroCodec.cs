using System.Buffers;
using System.IO.Compression;

namespace Catalog.Iceberg.Manifests;

/// <summary>The compressions of Avro blocks, each bounded in what it may grow to.</summary>
internal static class AvroCodec
{
    public const int MaxBlockBytes = 128 * 1024 * 1024;

    public static ReadOnlyMemory<byte> Decompress(string codec, byte[] block) => codec switch
    {
        "null" => block,
        "deflate" => Inflate(block),
        _ => throw new MetadataValidationException($"Unsupported Avro codec: {codec}"),
    };

    private static ReadOnlyMemory<byte> Inflate(byte[] block)
    {
        using var deflate = new DeflateStream(new MemoryStream(block, writable: false), CompressionMode.Decompress);
        return ReadBounded(deflate);
    }

    private static ReadOnlyMemory<byte> ReadBounded(Stream stream)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        while (true)
        {
            int read = stream.Read(output.GetSpan(32 * 1024));
            if (read == 0)
            {
                return output.WrittenMemory;
            }

            output.Advance(read);
            if (output.WrittenCount > MaxBlockBytes)
            {
                throw new MetadataValidationException("Avro block is too large");
            }
        }
    }
}
