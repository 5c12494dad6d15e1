using System.Buffers;
using System.IO.Pipelines;

namespace Catalog.Server.Requests;

/// <summary>
/// Reads a body into memory of its own. The memory grows with what arrives, not with what the client announces, and is
/// not pooled: parsed metadata may go on pointing into it after the request.
/// </summary>
internal sealed class BufferedRequestBody(HttpContext context, long limit) : RequestBody
{
    private const int FirstBuffer = 16 * 1024;

    private bool _read;
    private ReadOnlyMemory<byte> _body;

    public override ValueTask<ReadOnlyMemory<byte>> ReadAsync() => _read ? new(_body) : ReadOnceAsync();

    private async ValueTask<ReadOnlyMemory<byte>> ReadOnceAsync()
    {
        long? announced = context.Request.ContentLength;
        if (announced == 0 || !context.Request.CanHaveBody())
        {
            _read = true;
            return _body;
        }

        if (announced > limit)
        {
            throw TooLarge();
        }

        PipeReader reader = context.Request.BodyReader;
        byte[] buffer = [];
        int count = 0;
        while (true)
        {
            ReadResult result = await reader.ReadAsync().ConfigureAwait(false);
            ReadOnlySequence<byte> arrived = result.Buffer;
            if (count + arrived.Length > limit)
            {
                throw TooLarge();
            }

            if (count + arrived.Length > buffer.Length)
            {
                long wanted = arrived.Length + count == announced || result.IsCompleted
                    ? arrived.Length + count
                    : Math.Min(Math.Max(FirstBuffer, Math.Max(2L * buffer.Length, arrived.Length + count)), Math.Min(announced ?? limit, limit));
                Array.Resize(ref buffer, (int)wanted);
            }

            arrived.CopyTo(buffer.AsSpan(count));
            count += (int)arrived.Length;
            reader.AdvanceTo(arrived.End);
            if (result.IsCompleted)
            {
                break;
            }
        }

        _body = buffer.AsMemory(0, count);
        _read = true;
        return _body;
    }

    // The same exception as Kestrel's own for a body above its limit.
    private BadHttpRequestException TooLarge() =>
        new($"The body is larger than {limit} bytes", StatusCodes.Status413PayloadTooLarge);
}
