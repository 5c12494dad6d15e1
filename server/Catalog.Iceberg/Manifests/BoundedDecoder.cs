using System.Buffers.Binary;
using System.Text;

namespace Catalog.Iceberg.Manifests;

/// <summary>Decodes Avro values from one block and never past it, whatever lengths the block claims.</summary>
internal sealed class BoundedDecoder(ReadOnlyMemory<byte> block) : Avro.IO.Decoder
{
    private int _position;

    /// <summary>An item takes at least a byte in what Iceberg writes; without this bound empty items could loop for hours.</summary>
    private long _itemsLeft = block.Length;

    public bool AtEnd => _position == block.Length;

    public void ReadNull()
    {
    }

    public bool ReadBoolean() => Take(1)[0] != 0;

    public int ReadInt()
    {
        long value = ReadLong();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Corrupt("invalid number");
    }

    public long ReadLong()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        throw Corrupt("invalid number");
    }

    public float ReadFloat() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public byte[] ReadBytes() => Take(ReadLong()).ToArray();

    public string ReadString() => Encoding.UTF8.GetString(Take(ReadLong()));

    public int ReadEnum() => ReadInt();

    public long ReadArrayStart() => ReadItems();

    public long ReadArrayNext() => ReadItems();

    public long ReadMapStart() => ReadItems();

    public long ReadMapNext() => ReadItems();

    public int ReadUnionIndex() => ReadInt();

    public void ReadFixed(byte[] buffer) => Take(buffer.Length).CopyTo(buffer);

    public void ReadFixed(byte[] buffer, int start, int length) => Take(length).CopyTo(buffer.AsSpan(start, length));

    public void SkipNull()
    {
    }

    public void SkipBoolean() => Take(1);

    public void SkipInt() => ReadLong();

    public void SkipLong() => ReadLong();

    public void SkipFloat() => Take(4);

    public void SkipDouble() => Take(8);

    public void SkipBytes() => Take(ReadLong());

    public void SkipString() => Take(ReadLong());

    public void SkipEnum() => ReadLong();

    public void SkipUnionIndex() => ReadLong();

    public void SkipFixed(int len) => Take(len);

    private static MetadataValidationException Corrupt(string why) => new($"Corrupt Avro file: {why}");

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > block.Length - _position)
        {
            throw Corrupt("a value ends past its block");
        }

        ReadOnlySpan<byte> taken = block.Span.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    private long ReadItems()
    {
        long count = ReadLong();
        if (count < 0)
        {
            ReadLong();
            count = count == long.MinValue ? long.MaxValue : -count;
        }

        _itemsLeft -= count;
        return _itemsLeft >= 0 ? count : throw Corrupt("more items than bytes");
    }
}
