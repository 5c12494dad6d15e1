using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Catalog.Iceberg.Json;

/// <summary>
/// Puts a document together from small parts, written to a pooled buffer, and large unchanged segments, which are
/// only copied once, into the final array of the exact size.
/// </summary>
internal sealed class DocumentWriter : IDisposable
{
    private const int LargeSegment = 2048;

    private readonly List<(int At, ReadOnlyMemory<byte> Bytes)> _large = [];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private int _largeBytes;

    /// <summary>Gets the place in the finished document where the next byte will stand.</summary>
    public int Position => _length + _largeBytes;

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Segment(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < LargeSegment)
        {
            Raw(bytes.Span);
            return;
        }

        _large.Add((_length, bytes));
        _largeBytes = checked(_largeBytes + bytes.Length);
    }

    public void Number(long value)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out int written);
        _length += written;
    }

    public void Text(string value)
    {
        JsonEncodedText encoded = JsonText.Encode(value);
        Reserve(encoded.EncodedUtf8Bytes.Length + 2);
        _buffer[_length++] = (byte)'"';
        Raw(encoded.EncodedUtf8Bytes);
        Raw("\""u8);
    }

    public byte[] ToArray()
    {
        byte[] document = GC.AllocateUninitializedArray<byte>(Position);
        int from = 0;
        int to = 0;
        foreach ((int at, ReadOnlyMemory<byte> bytes) in _large)
        {
            _buffer.AsSpan(from, at - from).CopyTo(document.AsSpan(to));
            to += at - from;
            from = at;
            bytes.Span.CopyTo(document.AsSpan(to));
            to += bytes.Length;
        }

        _buffer.AsSpan(from, _length - from).CopyTo(document.AsSpan(to));
        return document;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length >= bytes)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _length + bytes)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
