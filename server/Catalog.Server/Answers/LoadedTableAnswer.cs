using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core;

namespace Catalog.Server.Answers;

/// <summary>
/// A table: <c>{"metadata-location":…,"metadata":…,"config":{}}</c>. The metadata's stored bytes go out as they are.
/// </summary>
internal sealed class LoadedTableAnswer : Answer<LoadedTable>
{
    private static readonly byte[] Staged = "{\"metadata\":"u8.ToArray();
    private static readonly byte[] End = ",\"config\":{}}"u8.ToArray();
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\");

    public static LoadedTableAnswer Instance { get; } = new();

    public override StoredAnswer Render(LoadedTable table)
    {
        byte[] start = StartOf(table.MetadataLocation);
        byte[] body = new byte[start.Length + table.Metadata.Length + End.Length];
        start.CopyTo(body, 0);
        table.Metadata.CopyTo(body.AsMemory(start.Length));
        End.CopyTo(body, start.Length + table.Metadata.Length);
        return new StoredAnswer(StatusCodes.Status200OK, body, table.ETag);
    }

    public override ValueTask WriteAsync(HttpContext context, LoadedTable table)
    {
        byte[] start = StartOf(table.MetadataLocation);
        context.Response.Headers.ETag = table.ETag;
        AnswerWriter.Start(context, StatusCodes.Status200OK, start.Length + table.Metadata.Length + End.Length);
        PipeWriter writer = context.Response.BodyWriter;
        writer.Write(start);
        writer.Write(table.Metadata.Span);
        return AnswerWriter.FinishAsync(writer, End);
    }

    private static byte[] StartOf(string? location)
    {
        if (location is null)
        {
            return Staged;
        }

        return Ascii.IsValid(location) && !location.AsSpan().ContainsAny(Escaped) && !location.AsSpan().ContainsAnyInRange('\0', '\u001F')
            ? Encoding.ASCII.GetBytes($"{{\"metadata-location\":\"{location}\",\"metadata\":")
            : Encoding.UTF8.GetBytes($"{{\"metadata-location\":\"{JsonEncodedText.Encode(location, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\",\"metadata\":");
    }
}
