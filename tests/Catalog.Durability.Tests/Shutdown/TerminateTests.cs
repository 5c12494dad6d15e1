using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Catalog.Durability.Tests.Writers;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Shutdown;

public sealed class TerminateTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Terminate_UnderLoadWithStalledBodies_IsGoneInTimeAndLosesNothing()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: stop);
        using Surfaces surfaces = new(server);
        await Tables.CreateNamespaceAsync(surfaces.Planasonix, "leaving");
        string[] targets = [.. Enumerable.Range(0, 4).Select(i => Tables.Target("leaving", $"table_{i}"))];
        for (int i = 0; i < targets.Length; i++)
        {
            (await Tables.CreateAsync(surfaces[i], "leaving", $"table_{i}")).Status.ShouldBe(200);
        }

        List<Socket> stalled = [.. Enumerable.Range(0, 8).Select(i => Stall(server, targets[i % targets.Length]))];
        CommitLog log = new();
        using CancellationTokenSource ended = new();
        Task writers = Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (int i = 0; !ended.IsCancellationRequested && log.Unknown.IsEmpty; i++)
            {
                await log.CommitAsync(surfaces[writer], targets[writer % targets.Length], $"w{writer}-{i}");
            }
        }));
        await Task.Delay(300, stop);
        int inFlight = log.InFlight;
        long sent = Stopwatch.GetTimestamp();
        int exitCode = await server.TerminateAsync(Limit);
        TimeSpan took = Stopwatch.GetElapsedTime(sent);
        await ended.CancelAsync();
        await writers;
        stalled.ForEach(socket => socket.Dispose());
        output.WriteLine($"Gone after {took.TotalSeconds:0.00} s with exit code {exitCode}; {inFlight} in flight, {log.Commits.Count} acknowledged, {log.Unknown.Count} unanswered, {log.Refusals.Count} refused while leaving.");

        exitCode.ShouldBe(0);
        took.ShouldBeLessThan(Limit);
        log.Refusals.ShouldAllBe(refusal => refusal.Contains(" 503 ", StringComparison.Ordinal));
        await server.StartAgainAsync(stop);
        foreach (IGrouping<string, CommitLog.Acknowledged> table in log.Commits.GroupBy(commit => commit.Target))
        {
            (await TableHistory.LoadAsync(surfaces.Planasonix, table.Key)).MustHoldOnce(table);
        }
    }

    [Fact]
    public async Task Terminate_Idle_EndsAtOnce()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using RawCatalog catalog = RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey);
        (await catalog.GetAsync("/namespaces")).Status.ShouldBe(200);
        (await server.TerminateAsync(TimeSpan.FromSeconds(5))).ShouldBe(0);
    }

    /// <summary>A client that promised a body and stopped in the middle of it.</summary>
    private static Socket Stall(ServerProcess server, string target)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect("127.0.0.1", server.BaseAddress.Port);
        socket.Send(Encoding.ASCII.GetBytes(
            $"POST /v1{target} HTTP/1.1\r\nHost: {server.BaseAddress.Authority}\r\nAuthorization: Bearer {server.PlanasonixKey}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{\"requirements\":["));
        return socket;
    }
}
