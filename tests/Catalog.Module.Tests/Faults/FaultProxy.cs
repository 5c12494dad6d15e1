using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Catalog.Module.Tests.Faults;

/// <summary>
/// Stands between a client and the server, byte for byte, and breaks what it is told to break. The Pester suites load
/// this assembly and drive it.
/// </summary>
public sealed class FaultProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(Fault Fault, int Left)> _faults = [];
    private readonly Uri _server;

    private FaultProxy(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Where clients connect.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The requests that came by.</summary>
    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public static FaultProxy Start(string server) => new(new Uri(server));

    public void Add(Fault fault)
    {
        lock (_faults)
        {
            _faults.Add((fault, fault.Times));
        }
    }

    public void Clear()
    {
        lock (_faults)
        {
            _faults.Clear();
        }

        Requests.Clear();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            NetworkStream stream = client.GetStream();
            try
            {
                while (await HttpMessage.ReadAsync(stream, isAnswerToHead: false, _stop.Token) is { } request)
                {
                    if (!await AnswerAsync(request, stream))
                    {
                        return;
                    }
                }
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side has gone, as it may.
            }
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(HttpMessage request, NetworkStream client)
    {
        Requests.Enqueue(new SeenRequest(request.Start[0], request.Start[1], request.Headers, Encoding.UTF8.GetString(request.Body)));
        Fault? fault = Take(request);
        if (fault is not null)
        {
            await Task.Delay(fault.DelayMilliseconds, _stop.Token);
        }

        HttpMessage? answer = fault is null || fault.OnlyDelay || fault.Forward ? await ForwardAsync(request) : null;
        if (fault is null || fault.OnlyDelay)
        {
            if (answer is null)
            {
                return false;
            }

            await client.WriteAsync(answer.Raw, _stop.Token);
            return true;
        }

        if (fault.Status is not { } status)
        {
            // Reset, not closed: the client must not take it for the end of an answer.
            client.Socket.LingerState = new LingerOption(true, 0);
            return false;
        }

        await client.WriteAsync(Broken(fault, status), _stop.Token);
        return true;
    }

    private static byte[] Broken(Fault fault, int status)
    {
        string body = $"{{\"error\":{{\"message\":\"Injected {status}\",\"type\":\"{fault.Type}\",\"code\":{status}}}}}";
        string retry = fault.RetryAfter is { } seconds ? $"Retry-After: {seconds}\r\n" : string.Empty;
        return Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Injected\r\nContent-Type: application/json\r\nX-Request-Id: injected\r\n{retry}Content-Length: {body.Length}\r\n\r\n{body}");
    }

    private Fault? Take(HttpMessage request)
    {
        lock (_faults)
        {
            for (int i = 0; i < _faults.Count; i++)
            {
                (Fault fault, int left) = _faults[i];
                if (left > 0 && (fault.Method ?? request.Start[0]) == request.Start[0] && request.Start[1].Contains(fault.Path ?? string.Empty, StringComparison.Ordinal))
                {
                    _faults[i] = (fault, left - 1);
                    return fault;
                }
            }

            return null;
        }
    }

    private async Task<HttpMessage?> ForwardAsync(HttpMessage request)
    {
        using TcpClient server = new();
        await server.ConnectAsync(_server.Host, _server.Port, _stop.Token);
        NetworkStream stream = server.GetStream();
        await stream.WriteAsync(request.Raw, _stop.Token);
        return await HttpMessage.ReadAsync(stream, request.Start[0] == "HEAD", _stop.Token);
    }
}
