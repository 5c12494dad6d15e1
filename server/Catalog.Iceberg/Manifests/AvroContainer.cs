using System.Text;

namespace Catalog.Iceberg.Manifests;

/// <summary>
/// Reads the frame of an Avro file: its header and its blocks. The frame is read here, not by the Avro library, because
/// every length in it is checked before anything is allocated for it.
/// </summary>
internal sealed class AvroContainer
{
    private const int MaxHeaderBytes = 16 * 1024 * 1024;
    private const int SyncLength = 16;

    private readonly Stream _stream;
    private readonly byte[] _sync;

    private AvroContainer(Stream stream, IReadOnlyDictionary<string, byte[]> metadata, byte[] sync)
    {
        _stream = stream;
        _sync = sync;
        Metadata = metadata;
    }

    /// <summary>Gets the metadata of the header.</summary>
    public IReadOnlyDictionary<string, byte[]> Metadata { get; }

    public static AvroContainer Open(Stream stream)
    {
        if (!ReadBytes(stream, 4).AsSpan().SequenceEqual("Obj\u0001"u8))
        {
            throw new MetadataValidationException("Not an Avro file");
        }

        var metadata = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long left = MaxHeaderBytes;
        for (long count = ReadLong(stream); count != 0; count = ReadLong(stream))
        {
            if (count < 0)
            {
                ReadLong(stream);
                count = count == long.MinValue ? long.MaxValue : -count;
            }

            for (; count > 0; count--)
            {
                string key = Encoding.UTF8.GetString(ReadSized(stream, ref left));
                metadata[key] = ReadSized(stream, ref left);
            }
        }

        return new AvroContainer(stream, metadata, ReadBytes(stream, SyncLength));
    }

    public string? Text(string key) => Metadata.TryGetValue(key, out byte[]? value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Reads the next block: how many records, and their bytes.</summary>
    public bool ReadBlock(out long records, out ReadOnlyMemory<byte> bytes)
    {
        records = 0;
        bytes = default;
        int first = _stream.ReadByte();
        if (first < 0)
        {
            return false;
        }

        records = ReadLong(_stream, first);
        long length = ReadLong(_stream);
        if (records < 0 || length is < 0 or > AvroCodec.MaxBlockBytes)
        {
            throw new MetadataValidationException("Corrupt Avro file: invalid block length");
        }

        byte[] stored = ReadBytes(_stream, (int)length);
        if (!ReadBytes(_stream, SyncLength).AsSpan().SequenceEqual(_sync))
        {
            throw new MetadataValidationException("Corrupt Avro file: a block does not end where it should");
        }

        bytes = AvroCodec.Decompress(Text("avro.codec") ?? "null", stored);

        // Every record of a manifest takes bytes: more records than bytes is a trap.
        if (records > bytes.Length)
        {
            throw new MetadataValidationException("Corrupt Avro file: more records than bytes");
        }

        return true;
    }

    private static byte[] ReadSized(Stream stream, ref long left)
    {
        long length = ReadLong(stream);
        left -= length + 16;
        if (length < 0 || left < 0)
        {
            throw new MetadataValidationException("Corrupt Avro file: invalid header");
        }

        return ReadBytes(stream, (int)length);
    }

    private static byte[] ReadBytes(Stream stream, int length)
    {
        // Grows with what is really there, whatever length the file claims.
        const int Step = 1024 * 1024;
        byte[] bytes = new byte[Math.Min(length, Step)];
        int read = 0;
        while (read < length)
        {
            if (read == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(length, (long)bytes.Length * 2));
            }

            int got = stream.Read(bytes, read, bytes.Length - read);
            if (got == 0)
            {
                throw new MetadataValidationException("Corrupt Avro file: it ends too early");
            }

            read += got;
        }

        return bytes;
    }

    private static long ReadLong(Stream stream) => ReadLong(stream, stream.ReadByte());

    private static long ReadLong(Stream stream, int first)
    {
        ulong value = 0;
        int next = first;
        for (int shift = 0; shift < 70; shift += 7)
        {
            if (next < 0)
            {
                throw new MetadataValidationException("Corrupt Avro file: it ends too early");
            }

            value |= (ulong)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }

            next = stream.ReadByte();
        }

        throw new MetadataValidationException("Corrupt Avro file: invalid number");
    }
}
