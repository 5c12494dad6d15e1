using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Catalog.Server.Answers;

/// <summary>Makes small JSON answers. The writer and its buffer are kept for each thread.</summary>
internal static class JsonText
{
    private const int LargestKept = 64 * 1024;

    // Names travel as UTF-8 and need no escapes; nothing of ours is pasted into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static Kept? _kept;

    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        Kept kept = _kept ??= new Kept();
        kept.Buffer.ResetWrittenCount();
        kept.Writer.Reset(kept.Buffer);
        write(kept.Writer, value);
        kept.Writer.Flush();
        byte[] text = kept.Buffer.WrittenSpan.ToArray();
        if (text.Length > LargestKept)
        {
            _kept = null;
        }

        return text;
    }

    private sealed class Kept
    {
        public ArrayBufferWriter<byte> Buffer { get; } = new(1024);

        public Utf8JsonWriter Writer { get; } = new(Stream.Null, Options);
    }
}
