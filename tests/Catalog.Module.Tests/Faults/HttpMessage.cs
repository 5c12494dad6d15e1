using System.Globalization;
using System.Text;

namespace Catalog.Module.Tests.Faults;

/// <summary>One HTTP/1.1 message, as the bytes that it came in.</summary>
internal sealed class HttpMessage
{
    private HttpMessage(string[] start, Dictionary<string, string> headers, byte[] body, byte[] raw)
    {
        Start = start;
        Headers = headers;
        Body = body;
        Raw = raw;
    }

    public string[] Start { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Body { get; }

    public byte[] Raw { get; }

    /// <returns>Null when the other side has closed before a message began.</returns>
    public static async Task<HttpMessage?> ReadAsync(Stream stream, bool isAnswerToHead, CancellationToken stop)
    {
        using MemoryStream raw = new();
        List<string> head = [];
        while (await ReadLineAsync(stream, raw, stop) is { } line)
        {
            if (line.Length == 0 && head.Count > 0)
            {
                string[] start = head[0].Split(' ', 3);
                Dictionary<string, string> headers = ReadHeaders(head);
                byte[] body = isAnswerToHead || start[1] is "204" or "304" ? [] : await ReadBodyAsync(stream, headers, raw, stop);
                return new HttpMessage(start, headers, body, raw.ToArray());
            }

            head.Add(line);
        }

        return null;
    }

    private static Dictionary<string, string> ReadHeaders(List<string> head)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in head.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private static async Task<byte[]> ReadBodyAsync(Stream stream, Dictionary<string, string> headers, MemoryStream raw, CancellationToken stop)
    {
        if (headers.TryGetValue("Content-Length", out string? length))
        {
            byte[] body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body, stop);
            raw.Write(body);
            return body;
        }

        return headers.TryGetValue("Transfer-Encoding", out string? coding) && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase)
            ? await ReadChunksAsync(stream, raw, stop)
            : [];
    }

    private static async Task<byte[]> ReadChunksAsync(Stream stream, MemoryStream raw, CancellationToken stop)
    {
        using MemoryStream body = new();
        while (await ReadLineAsync(stream, raw, stop) is { } line)
        {
            int size = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            byte[] chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk, stop);
            raw.Write(chunk);
            body.Write(chunk);
            await ReadLineAsync(stream, raw, stop);
            if (size == 0)
            {
                break;
            }
        }

        return body.ToArray();
    }

    private static async Task<string?> ReadLineAsync(Stream stream, MemoryStream raw, CancellationToken stop)
    {
        StringBuilder line = new();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            raw.Write(one);
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return line.Length == 0 ? null : throw new IOException("The connection ended within a line.");
    }
}
