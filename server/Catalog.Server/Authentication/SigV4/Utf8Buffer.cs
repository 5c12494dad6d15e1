using System.Buffers;
using System.Text;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>A growing run of UTF-8 bytes that begins on the caller's stack.</summary>
internal ref struct Utf8Buffer(Span<byte> initial)
{
    private Span<byte> _bytes = initial;
    private byte[]? _rented;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text) =>
        _length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Appends with every byte but the unreserved ones percent-encoded, and slashes too unless they are kept.</summary>
    public void AppendEncoded(scoped ReadOnlySpan<byte> bytes, bool keepSlashes)
    {
        Span<byte> target = Reserve(bytes.Length * 3);
        int length = 0;
        foreach (byte value in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' ||
                (keepSlashes && value == (byte)'/'))
            {
                target[length++] = value;
                continue;
            }

            target[length++] = (byte)'%';
            target[length++] = (byte)"0123456789ABCDEF"[value >> 4];
            target[length++] = (byte)"0123456789ABCDEF"[value & 15];
        }

        _length += length;
    }

    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
            _bytes[.._length].CopyTo(larger);
            if (_rented is not null)
            {
                ArrayPool<byte>.Shared.Return(_rented);
            }

            _bytes = _rented = larger;
        }

        return _bytes[_length..];
    }
}
