using System.Buffers;
using System.IO.Pipelines;
using Catalog.Core;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Answers;

/// <summary>Writes whole answers: length first, bytes straight into the connection's pipe.</summary>
internal static class AnswerWriter
{
    // One instance for all answers: a header's value is then no allocation.
    private static readonly StringValues Json = "application/json";

    public static ValueTask WriteJsonAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        Start(context, status, body.Length);
        return HttpMethods.IsHead(context.Request.Method) ? default : FinishAsync(context.Response.BodyWriter, body);
    }

    /// <summary>Writes a whole answer as it was, or would be, kept.</summary>
    public static ValueTask WriteAsync(HttpContext context, StoredAnswer answer)
    {
        if (answer.ETag is { } tag)
        {
            context.Response.Headers.ETag = tag;
        }

        if (answer.Body.IsEmpty)
        {
            WriteEmpty(context, answer.Status);
            return default;
        }

        return WriteJsonAsync(context, answer.Status, answer.Body);
    }

    /// <summary>An answer without a body.</summary>
    public static void WriteEmpty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent && status != StatusCodes.Status304NotModified)
        {
            context.Response.ContentLength = 0;
        }
    }

    /// <summary>Status, type and length of a JSON answer whose bytes the caller writes.</summary>
    public static void Start(HttpContext context, int status, long length)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.Headers.ContentType = Json;
        response.ContentLength = length;
    }

    public static ValueTask FinishAsync(PipeWriter writer, ReadOnlyMemory<byte> last)
    {
        ValueTask<FlushResult> write = writer.WriteAsync(last);
        if (write.IsCompletedSuccessfully)
        {
            _ = write.Result;
            return default;
        }

        return new ValueTask(write.AsTask());
    }
}
