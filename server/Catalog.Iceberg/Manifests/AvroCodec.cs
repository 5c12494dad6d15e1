using System.Buffers;
using System.IO.Compression;
using Snappier;
using ZstdSharp;

namespace Catalog.Iceberg.Manifests;

/// <summary>The compressions of Avro blocks, each bounded in what it may grow to.</summary>
internal static class AvroCodec
{
    public const int MaxBlockBytes = 128 * 1024 * 1024;

    public static ReadOnlyMemory<byte> Decompress(string codec, byte[] block) => codec switch
    {
        "null" => block,
        "deflate" => Inflate(block),
        "zstandard" => Unpack(block),
        "snappy" => Unsnap(block),
        _ => throw new MetadataValidationException($"Unsupported Avro codec: {codec}"),
    };

    private static ReadOnlyMemory<byte> Inflate(byte[] block)
    {
        using var deflate = new DeflateStream(new MemoryStream(block, writable: false), CompressionMode.Decompress);
        return ReadBounded(deflate);
    }

    private static ReadOnlyMemory<byte> Unpack(byte[] block)
    {
        using var zstandard = new DecompressionStream(new MemoryStream(block, writable: false));
        return ReadBounded(zstandard);
    }

    private static ReadOnlyMemory<byte> Unsnap(byte[] block)
    {
        // Avro appends the checksum of the uncompressed bytes to each snappy block.
        const int Checksum = 4;
        if (block.Length < Checksum)
        {
            throw new MetadataValidationException("Corrupt Avro file: a block is too short");
        }

        ReadOnlySpan<byte> compressed = block.AsSpan(0, block.Length - Checksum);
        int length = Snappy.GetUncompressedLength(compressed);
        // Snappy packs at most 64 bytes into 3: a longer length is a lie.
        if (length < 0 || length > MaxBlockBytes || length > (compressed.Length + 1L) * 32)
        {
            throw new MetadataValidationException("Corrupt Avro file: invalid block length");
        }

        byte[] bytes = new byte[length];
        int written = Snappy.Decompress(compressed, bytes);
        return bytes.AsMemory(0, written);
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
