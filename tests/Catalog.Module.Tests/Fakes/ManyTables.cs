using System.Net;
using System.Net.Sockets;
using System.Text;
using Catalog.Module.Tests.Faults;

namespace Catalog.Module.Tests.Fakes;

/// <summary>Answers as a Planasonix catalog with one namespace of very many tables, which are made up page by page.</summary>
public sealed class ManyTables : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _count;
    private int _pages;

    private ManyTables(int count)
    {
        _count = count;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many pages were asked for.</summary>
    public int Pages => _pages;

    public static ManyTables Start(int count) => new(count);

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
            try
            {
                while (await HttpMessage.ReadAsync(client.GetStream(), isAnswerToHead: false, _stop.Token) is { } request)
                {
                    byte[] body = Encoding.UTF8.GetBytes(Answer(request.Start[1]));
                    byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
                    await client.GetStream().WriteAsync((byte[])[.. head, .. body], _stop.Token);
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException)
            {
                // The client has gone.
            }
        }
    }

    private string Answer(string target)
    {
        if (!target.Contains("/tables", StringComparison.Ordinal))
        {
            return """{"defaults":{"warehouse":"main"},"overrides":{}}""";
        }

        Interlocked.Increment(ref _pages);
        int first = int.TryParse(Query(target, "pageToken"), out int token) ? token : 0;
        int size = int.TryParse(Query(target, "pageSize"), out int wanted) ? wanted : _count;
        int end = Math.Min(first + size, _count);
        IEnumerable<string> names = Enumerable.Range(first, end - first).Select(i => $$"""{"namespace":["big"],"name":"table_{{i:00000}}"}""");
        return $$"""{"identifiers":[{{string.Join(',', names)}}],"next-page-token":{{(end < _count ? $"\"{end}\"" : "null")}}}""";
    }

    private static string? Query(string target, string name)
        => target.Split('?', '&').FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
