using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Catalog.Iceberg.Json;

/// <summary>Bytes of JSON, taken as they came but for the blanks between their tokens.</summary>
internal static class RawJson
{
    /// <summary>How deep a document may nest. A column nested in a column takes three levels.</summary>
    public const int MaxDepth = 256;

    private static readonly System.Buffers.SearchValues<byte> QuoteOrBlank = System.Buffers.SearchValues.Create("\" \t\r\n"u8);

    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Returns the document without byte order mark and without blanks between tokens; the same memory if there are none.</summary>
    public static ReadOnlyMemory<byte> Compact(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw new MetadataValidationException("The document is not valid UTF-8");
        }

        return HasBlanks(json.Span) ? Copy(json.Span) : json;
    }

    /// <summary>Copies an element of a request out of its document, compact.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement element) => Copy(JsonMarshal.GetRawUtf8Value(element));

    private static bool HasBlanks(ReadOnlySpan<byte> json)
    {
        while (true)
        {
            int at = json.IndexOfAny(QuoteOrBlank);
            if (at < 0)
            {
                return false;
            }

            if (json[at] != (byte)'"')
            {
                return true;
            }

            int length = StringLength(json[at..]);
            json = json[(at + length)..];
        }
    }

    private static byte[] Copy(ReadOnlySpan<byte> json)
    {
        byte[] compact = new byte[json.Length];
        int length = 0;
        while (!json.IsEmpty)
        {
            int at = json.IndexOfAny(QuoteOrBlank);
            int plain = at < 0 ? json.Length : at;
            json[..plain].CopyTo(compact.AsSpan(length));
            length += plain;
            json = json[plain..];
            if (json.IsEmpty)
            {
                break;
            }

            if (json[0] == (byte)'"')
            {
                int text = StringLength(json);
                json[..text].CopyTo(compact.AsSpan(length));
                length += text;
                json = json[text..];
            }
            else
            {
                json = json[1..];
            }
        }

        return length == compact.Length ? compact : compact[..length];
    }

    /// <summary>The bytes of the string that begins here, quotes included; to the end when it is not closed.</summary>
    private static int StringLength(ReadOnlySpan<byte> json)
    {
        int at = 1;
        while (at < json.Length)
        {
            int next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return json.Length;
            }

            at += next;
            if (json[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }

        return json.Length;
    }
}
