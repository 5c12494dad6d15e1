using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Catalog.Benchmarks.Generator;

/// <summary>
/// One keep-alive HTTP/1.1 connection on a blocking socket: the cheapest client that still reads every answer whole,
/// because it shares the machine's cores with the server that it measures.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private int _bodyStart;
    private int _bodyLength;

    public HttpConnection(Uri server)
    {
        _socket.Connect(IPAddress.Loopback, server.Port);
        _socket.ReceiveTimeout = 60_000;
    }

    /// <summary>The body of the last answer (raw chunks when it came chunked), until the next exchange.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>Sends one request, reads its whole answer and returns the status.</summary>
    public int Exchange(ReadOnlySpan<byte> request)
    {
        bool head = request.StartsWith("HEAD "u8);
        while (!request.IsEmpty)
        {
            request = request[_socket.Send(request)..];
        }

        _filled = 0;
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Receive();
        }

        ReadOnlySpan<byte> headers = _buffer.AsSpan(0, end + 2);
        int status = Number(headers[9..]);
        _bodyStart = end + 4;
        _bodyLength = 0;
        if (head || status is 204 or 304)
        {
            return status;
        }

        int length = Header(headers, "\r\nContent-Length:"u8);
        if (length >= 0)
        {
            ReceiveUntil(_bodyStart + length);
            _bodyLength = length;
        }
        else
        {
            ReceiveChunks();
        }

        return status;
    }

    public void Dispose() => _socket.Dispose();

    private static int Header(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        int at = headers.IndexOf(name);
        return at < 0 ? -1 : Number(headers[(at + name.Length)..].TrimStart((byte)' '));
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int value, out _) ? value : throw new InvalidDataException("A number was expected in the answer.");

    private void ReceiveChunks()
    {
        int at = _bodyStart;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf("\r\n"u8)) < 0)
            {
                Receive();
            }

            _ = Utf8Parser.TryParse(_buffer.AsSpan(at, line), out int size, out _, 'x');
            at += line + 2 + size + 2;
            ReceiveUntil(at);
            if (size == 0)
            {
                _bodyLength = at - _bodyStart;
                return;
            }
        }
    }

    private void ReceiveUntil(int count)
    {
        while (_filled < count)
        {
            Receive();
        }
    }

    private void Receive()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = _socket.Receive(_buffer.AsSpan(_filled));
        _filled += read > 0 ? read : throw new IOException("The server closed the connection.");
    }
}
