using System.Buffers;
using System.Globalization;
using System.Text;

namespace Catalog.Server.Routing;

/// <summary>Decodes names out of raw path segments and query values.</summary>
internal static class RawName
{
    private static readonly SearchValues<char> Encoded = SearchValues.Create("%+");
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes percent-encoding, strictly: a broken escape or anything that is not UTF-8 gives false.
    /// </summary>
    /// <param name="raw">The encoded name.</param>
    /// <param name="plusIsSpace">Java's clients form-encode path parts: space becomes <c>+</c>.</param>
    /// <param name="name">The decoded name.</param>
    public static bool TryDecode(ReadOnlySpan<char> raw, bool plusIsSpace, out string name)
    {
        if (!raw.ContainsAny(Encoded) && Ascii.IsValid(raw))
        {
            name = new string(raw);
            return true;
        }

        name = string.Empty;
        byte[]? rented = null;
        int most = raw.Length * 3;
        Span<byte> bytes = most <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(most));
        try
        {
            int count = 0;
            for (int i = 0; i < raw.Length; i++)
            {
                char c = raw[i];
                if (c == '%')
                {
                    if (i + 2 >= raw.Length
                        || !byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                    {
                        return false;
                    }

                    bytes[count++] = value;
                    i += 2;
                }
                else if (c == '+' && plusIsSpace)
                {
                    bytes[count++] = (byte)' ';
                }
                else
                {
                    if (Rune.DecodeFromUtf16(raw[i..], out Rune rune, out int used) != OperationStatus.Done)
                    {
                        return false;
                    }

                    count += rune.EncodeToUtf8(bytes[count..]);
                    i += used - 1;
                }
            }

            name = StrictUtf8.GetString(bytes[..count]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>How many levels <c>%1F</c> separates, before any decoding.</summary>
    public static int CountLevels(ReadOnlySpan<char> raw)
    {
        int levels = 1;
        for (int at; (at = IndexOfSeparator(raw)) >= 0; raw = raw[(at + 3)..])
        {
            levels++;
        }

        return levels;
    }

    /// <summary>Where the next <c>%1F</c> (or <c>%1f</c>) is, or -1.</summary>
    public static int IndexOfSeparator(ReadOnlySpan<char> raw)
    {
        for (int from = 0; ;)
        {
            int at = raw[from..].IndexOf("%1", StringComparison.Ordinal);
            if (at < 0 || from + at + 2 >= raw.Length)
            {
                return -1;
            }

            at += from;
            if (raw[at + 2] is 'F' or 'f')
            {
                return at;
            }

            from = at + 2;
        }
    }

    /// <summary>Decodes a raw segment into the levels of a namespace.</summary>
    public static bool TryDecodeLevels(ReadOnlySpan<char> raw, bool plusIsSpace, out string[] levels)
    {
        levels = new string[CountLevels(raw)];
        for (int i = 0; i < levels.Length; i++)
        {
            int at = i == levels.Length - 1 ? raw.Length : IndexOfSeparator(raw);
            if (!TryDecode(raw[..at], plusIsSpace, out levels[i]))
            {
                return false;
            }

            raw = i == levels.Length - 1 ? default : raw[(at + 3)..];
        }

        return true;
    }
}
